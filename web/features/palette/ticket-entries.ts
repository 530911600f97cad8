import type { Navigator } from "@solidjs/router";
import { t } from "../../i18n/messages.ts";
import { shownStatus } from "../../presentation/status-marks.ts";
import type { ListedTicket } from "../../sync/device.ts";
import type { Entry } from "./find-commands.ts";

/** A ticket as something to go to. */
export const ticketEntry = ({ summary }: ListedTicket, navigate: Navigator): Entry => {
  const { fields, state } = summary;
  const status = t.words.status[shownStatus(state)];
  return {
    id: `ticket:${summary.id}`,
    group: "tickets",
    name: fields.title.trim() === "" ? t.words.untitled : fields.title,
    note: state.number === null ? status : `${t.words.number(state.number)} · ${status}`,
    icon: "icon-file-text",
    run: () => navigate(`/tickets/${summary.id}`),
  };
};
