import { useNavigate } from "@solidjs/router";
import type { JSX } from "solid-js";
import { t } from "../i18n/messages.ts";

/** The one way to a new ticket; how it looks is up to where it stands. */
export const NewTicketButton = (props: { class: string; children: JSX.Element }) => {
  const navigate = useNavigate();
  return (
    <button
      type="button"
      class={props.class}
      aria-label={t.app.newTicket}
      aria-keyshortcuts="c"
      onClick={() => navigate("/tickets/new")}
    >
      {props.children}
    </button>
  );
};
