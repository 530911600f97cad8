import { useLocation, useNavigate } from "@solidjs/router";
import { t } from "../../i18n/messages.ts";
import { type Command, createCommands } from "../../parts/commands.ts";
import { createShortcut } from "../../platform/shortcut.ts";
import type { ShortcutKeys } from "../../platform/shortcuts.ts";
import { actionIcons } from "../../presentation/action-sentence.ts";
import { otherActions } from "./other-actions.ts";
import type { Startable } from "./startable.ts";
import type { TicketPage } from "./ticket-context.ts";

const keysOf: Partial<Record<Startable, ShortcutKeys>> = { approve: "a", reject: "r", start: "s" };

export const keysOfAction = (type: Startable): ShortcutKeys | undefined => keysOf[type];

/** What this person may do on the ticket, by name and by key; and the way back to the list. */
export const createTicketCommands = ({ offers, ticket, start }: TicketPage) => {
  const navigate = useNavigate();
  const location = useLocation();
  createShortcut("u", () => navigate(`/tickets${location.search}`));
  const startable = (): Startable[] => {
    const { main, second } = offers();
    return [main, second, ...otherActions(offers(), ticket().state.status)].filter((type) => type !== null);
  };
  const commandOf = (type: Startable): Command => ({
    id: `act:${type}`,
    name: type === "approve_and_assign" ? t.actions.chooseTeam : t.actions.do[type],
    icon: type === "approve_and_assign" ? actionIcons.assign : actionIcons[type],
    keys: keysOfAction(type),
    run: () => start(type),
  });
  createCommands(() => startable().map(commandOf), ["a", "r", "s"]);
};
