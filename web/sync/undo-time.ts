/** How long a decision or a deletion can be undone; while a decision is looked at, longer. */
export const undoMs = 8_000;
