/**
 * What the server put back, told to its author. `wrote` is what they had written, so that nothing typed is lost.
 * Travels as JSON inside acknowledgements, catch-ups and bulk answers.
 */
export interface Repair {
  root: string;
  /** The map key; empty for the description. */
  key: string;
  wrote: unknown;
  code: string;
  facts: Record<string, unknown>;
}

/** Repairs of one log entry, kept beside it so that a lost answer can be told again. */
export interface EntryRepairs {
  seq: number;
  repairs: Repair[];
}
