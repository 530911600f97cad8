/** How long a decision can be undone; while it is looked at, longer. */
export const undoMs = 8_000;
