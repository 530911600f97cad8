import { createContext, useContext } from "solid-js";
import type { TicketId } from "../../shared/ids.ts";
import type { ActionType } from "../../shared/workflow/actions.ts";

/** Takes an action on any ticket of a list: at once, or after the dialog that asks for what it needs. */
export type Act = (ticket: TicketId, type: ActionType) => void;

export const ActingContext = createContext<Act>();

export const useActing = (): Act => {
  const act = useContext(ActingContext);
  if (act === undefined) throw new Error("outside of Acting");
  return act;
};
