import type { ContestantName } from "./contestants.ts";

/** `base`: ours without what a row adds, which it is measured against. */
export type ColumnName = ContestantName | "floor" | "base";

/** One row of the table: the same measure for everybody who was asked. */
export interface Figure {
  /** S1 … S9. */
  part: string;
  measure: string;
  unit: string;
  /** Medians over the rounds. */
  values: Partial<Record<ColumnName, number>>;
  goal: string;
  /** Null: this row has no goal of its own. */
  met: boolean | null;
  note?: string;
}

/** What each part of the bench is given. */
export interface BenchContext {
  database: import("./database.ts").BenchDatabase;
  rounds: number;
  /** Says on stderr what is going on. */
  tell(text: string): void;
}

export type Part = (context: BenchContext) => Promise<Figure[]>;
