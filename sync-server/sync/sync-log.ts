/** Where the core says what went wrong. Facts name what it was about by id, and never hold what somebody wrote. */
export interface SyncLog {
  /** It goes on by itself. */
  warn(facts: object, message: string): void;
  /** A failure of ours. */
  error(facts: object, message: string): void;
}
