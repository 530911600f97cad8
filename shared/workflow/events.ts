import type { ActionId, TicketId, UserId } from "../ids.ts";
import type { Status, Ticket } from "../ticket/ticket.ts";
import type { IsoTime } from "../time.ts";
import type { ActionType } from "./actions.ts";

/** Something that happened to a ticket, for its history and for telling people: one for every accepted action. */
export interface WorkflowEvent {
  ticket: TicketId;
  action: ActionId;
  type: ActionType;
  actor: UserId;
  /** Server time; `deviceAt` is what the actor's device said. */
  at: IsoTime;
  deviceAt: string | null;
  from: Status;
  to: Status;
  /** Keys of state and fields that changed: before → after. */
  before: Partial<Ticket["state"] & Ticket["fields"]>;
  after: Partial<Ticket["state"] & Ticket["fields"]>;
}
