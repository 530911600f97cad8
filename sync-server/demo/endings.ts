/** How far a ticket of the demo workspace has come. */
export type Ending =
  | "draft"
  | "requested"
  | "pending_creative"
  | "approved"
  | "working"
  /** In progress, due within hours. */
  | "due_soon"
  /** In progress, past its deadline. */
  | "overdue"
  /** In progress again, because a revision was asked for. */
  | "revised"
  | "completed"
  | "confirmed"
  | "rejected"
  | "trashed";

/**
 * Dealt out in turn: a team's usual mixture. Its length shares no divisor with the number of request types, so that
 * every ending meets every type.
 */
const mixture: readonly Ending[] = [
  ...(["confirmed", "working", "requested", "confirmed", "due_soon", "pending_creative"] as const),
  ...(["completed", "approved", "confirmed", "overdue", "draft", "confirmed"] as const),
  ...(["requested", "revised", "confirmed", "rejected", "approved", "completed"] as const),
  ...(["confirmed", "pending_creative", "working", "trashed", "confirmed", "due_soon"] as const),
  ...(["requested", "completed", "overdue", "confirmed", "approved", "pending_creative"] as const),
];

export const endingOf = (index: number): Ending => mixture[index % mixture.length] as Ending;
