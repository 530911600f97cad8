/** Why the workflow said no. A code the interface turns into a sentence, with the facts that sentence needs. */
export const refusalCodes = [
  /** The status does not allow it (any more). Facts: status, by, at, action – who moved it there, when. */
  "wrong_status",
  /** The actor's relation to the ticket does not allow it. Facts: status, needs; none for those who may not read it. */
  "forbidden",
  /** The brief is not the one that was seen. Facts: seen, now. */
  "brief_changed",
  /** Arguments are missing or wrong. Facts: fields – key → what is wrong. */
  "invalid_arguments",
  /** The ticket's own fields are not complete. Facts: fields – key → what is wrong. */
  "incomplete",
  /** Somebody who cannot take it on. Facts: people. */
  "invalid_assignee",
  "already_confirmed",
  /** In the trash: nothing changes there. Facts: by, at. */
  "trashed",
  "not_trashed",
  "not_a_shoot",
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export interface Refusal {
  code: RefusalCode;
  facts: Record<string, unknown>;
}
