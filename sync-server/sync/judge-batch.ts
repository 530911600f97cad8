/** Judges queued updates one after the other on one document, as far as that document carries. */
import type { Directory } from "../../shared/access/directory.ts";
import { limits } from "../limits.ts";
import { checkClaims } from "./claims.ts";
import { type JudgedEntry, judge } from "./judge.ts";
import { clockOf, type LoadedTicket, rightsNow } from "./loaded-ticket.ts";
import type { RefusedCode, Submission } from "./submission.ts";

export interface BatchContext {
  directory: Directory;
  nowMs: number;
  ticketNumber: number | null;
  /** Bytes of the stored ticket. */
  size: number;
}

export interface Judged {
  entries: { submission: Submission; entry: JudgedEntry }[];
  /** Bytes of the stored ticket with them. */
  size: number;
  /** The ticket had these already, or will once the entries before them are committed. */
  known: Submission[];
  /** An entry changed what the list row says besides the description. */
  rowChanged: boolean;
  numberTaken: boolean;
  /**
   * `done`: all were judged. `spoilt`: the document is worthless and nothing may be committed from it; `rest` is to be
   * judged again. `behind`: the first of `rest` refers to something other nodes may have written.
   */
  end: "done" | "spoilt" | "behind";
  rest: Submission[];
}

/** Refused submissions are settled here and now; everything else waits for the commit. */
export const judgeBatch = (ticket: LoadedTicket, batch: readonly Submission[], context: BatchContext): Judged => {
  const judged: Judged = {
    entries: [],
    size: context.size,
    known: [],
    rowChanged: false,
    numberTaken: false,
    end: "done",
    rest: [],
  };
  const refused = new Set<Submission>();
  for (const [i, submission] of batch.entries()) {
    const step = judgeOne(ticket, submission, context, judged);
    if (step === "refused" || step === "spoilt") refused.add(submission);
    if (step === "behind") return { ...judged, end: "behind", rest: batch.slice(i) };
    if (step === "spoilt" || step === "track") {
      return { ...judged, end: "spoilt", rest: batch.filter((item) => !refused.has(item)) };
    }
  }
  return judged;
};

type Step = "judged" | "refused" | "spoilt" | "track" | "behind";

const judgeOne = (ticket: LoadedTicket, submission: Submission, context: BatchContext, judged: Judged): Step => {
  const { directory } = context;
  const user = directory.people.get(submission.userId);
  if (user === undefined || !user.isActive) return refuse(submission, "inactive");
  if (ticket.exists && !rightsNow(ticket, user, directory).read) return refuse(submission, "forbidden");
  if (judged.size + submission.update.length > limits.docBytes) return refuse(submission, "too_large");

  const claims = checkClaims(submission.scan, user.id, ticket.owners, (client) => clockOf(ticket.doc, client));
  if (claims.kind !== "fits") {
    if (!submission.caughtUp) {
      submission.caughtUp = true;
      return "behind";
    }
    if (claims.kind === "foreign") return refuse(submission, "foreign_client_id");
    submission.settle({ kind: "missing" });
    return "refused";
  }
  const ticketNumber = judged.numberTaken ? null : context.ticketNumber;
  const verdict = judge(
    ticket,
    submission.update,
    submission.scan,
    claims,
    { ...context, user, ticketNumber },
    submission.tracked === true,
  );
  switch (verdict.kind) {
    case "nothing":
      judged.known.push(submission);
      return "judged";
    case "spoilt":
      submission.thrown = verdict.thrown;
      refuse(submission, "malformed");
      return "spoilt";
    case "track":
      submission.tracked = true;
      return "track";
    case "entry":
      judged.entries.push({ submission, entry: verdict.entry });
      judged.size += verdict.entry.update.length;
      // A description edit alone waits for its list row; behind a row of this batch it has to be in that row.
      judged.rowChanged ||= verdict.entry.rowChanged;
      judged.numberTaken ||= verdict.entry.numberTaken;
      return "judged";
  }
};

const refuse = (submission: Submission, code: RefusedCode): "refused" => {
  submission.settle({ kind: "refused", code, facts: {} });
  return "refused";
};
