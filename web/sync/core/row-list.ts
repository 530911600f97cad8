import type { OutboxRow } from "./records.ts";

/** The outbox rows of one open ticket as this tab knows them, while the store is written and read beside it. */
export interface RowList {
  /** Waiting, in order of `n`. */
  all(): readonly OutboxRow[];
  saved(rows: readonly OutboxRow[]): void;
  /** They have been dealt with, though the store may show them a moment longer. */
  handled(rows: readonly OutboxRow[]): void;
  /** The store is about to be read: what is saved from now on may be missing in what `read` gets. */
  reading(): void;
  read(stored: readonly OutboxRow[]): void;
  clear(): void;
}

export const createRowList = (): RowList => {
  let rows: OutboxRow[] = [];
  let savedMeanwhile: OutboxRow[] = [];
  /** Numbers are never used twice, so these stay handled for good. */
  const handled = new Set<number>();

  return {
    all: () => rows,
    saved: (saved) => {
      rows = [...rows, ...saved];
      savedMeanwhile.push(...saved);
    },
    handled: (done) => {
      for (const { n } of done) handled.add(n);
      rows = rows.filter(({ n }) => !handled.has(n));
    },
    reading: () => {
      savedMeanwhile = [];
    },
    read: (stored) => {
      const byNumber = new Map([...stored, ...savedMeanwhile].map((row) => [row.n, row]));
      rows = [...byNumber.values()].filter(({ n }) => !handled.has(n)).sort((a, b) => a.n - b.n);
    },
    clear: () => {
      rows = [];
    },
  };
};
