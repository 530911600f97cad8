import type { ActionId, UserId } from "../../shared/ids.ts";
import type { Repair } from "../../shared/protocol/repair.ts";
import type { Ruling } from "../../shared/ticket/ticket.ts";
import type { Scan } from "./prescan.ts";

export type SubmitResult =
  | Acked
  /** Not stored at all. */
  | { kind: "refused"; code: RefusedCode; facts: Record<string, unknown> }
  /** Refers to something the server does not have: send what came before it. */
  | { kind: "missing" }
  /** Could not be stored now; nothing is lost on the sender's side. */
  | { kind: "later" };

/** Committed, or there already. */
export interface Acked {
  kind: "acked";
  /** The entry that holds it; for what was there already, the newest one. */
  seq: number;
  /** The entry holds these bytes and nothing else: its sender has it all. */
  asSent: boolean;
  /** What was put back in that entry. */
  repairs: Repair[];
  rulings: ReadonlyMap<ActionId, Ruling>;
}

export type RefusedCode =
  | "malformed"
  | "too_large"
  | "unknown_root"
  | "unsafe_value"
  | "foreign_client_id"
  | "forbidden"
  | "inactive";

/** One update on its way through a room. */
export interface Submission {
  userId: UserId;
  update: Uint8Array;
  scan: Scan;
  settle(result: SubmitResult): void;
  /** It has its answer. */
  settled: boolean;
  /** Given at the first attempt to store it and kept, so that a retry finds what was written. */
  entryId?: string;
  /** Judge it so that its edit of the description can be undone. */
  tracked?: boolean;
  /** What applying it threw, of a malformed one: for the log. */
  thrown?: unknown;
  /** The tail was read on its account, so what it refers to is really not there. */
  caughtUp?: boolean;
}

/** `answer` is called exactly once. */
export const createSubmission = (
  userId: UserId,
  update: Uint8Array,
  scan: Scan,
  answer: (result: SubmitResult) => void,
): Submission => {
  const submission: Submission = {
    userId,
    update,
    scan,
    settled: false,
    settle: (result) => {
      if (submission.settled) return;
      submission.settled = true;
      answer(result);
    },
  };
  return submission;
};
