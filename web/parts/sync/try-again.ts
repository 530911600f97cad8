/** Doing something about a refused change on its ticket: making it anew, or suggesting it. */
import type { Suggestion } from "../../../shared/ticket/suggestion.ts";
import { approvalOf } from "../../presentation/approval.ts";
import { suggestionIn } from "../../presentation/suggestion.ts";
import type { Device, OpenTicket, RefusedChange } from "../../sync/device.ts";
import { earlierApproval, teamIn } from "../changes/earlier-approval.ts";
import { onceReady } from "../once-ready.ts";

type Work = (ticket: OpenTicket, refused: RefusedChange) => void;

/**
 * As a new action or a new write, judged by what stands there now; lets go of the refusal. False: the ticket is not on this
 * device and cannot be fetched now.
 */
export const tryAgain = (device: Device, refused: RefusedChange): Promise<boolean> =>
  onTicket(device, refused, repeats[refused.what] ?? (() => {}));

/** As a comment for somebody who may. */
export const suggest = (device: Device, refused: RefusedChange, suggestion: Suggestion, body: string) =>
  onTicket(device, refused, (ticket) => ticket.suggest(suggestion, body));

const act =
  (type: "submit" | "resubmit" | "start" | "complete" | "confirm" | "trash" | "restore"): Work =>
  (ticket) =>
    ticket.act({ type });

const writeField: Work = (ticket, refused) => {
  const suggestion = suggestionIn(refused);
  if (suggestion === null || suggestion.field === "description") return;
  ticket.setFields({ [suggestion.field]: suggestion.value });
};

/** Of the brief they saw then, which is not on the screen now: if it has changed, this approval is held. */
const approveAgain: Work = (ticket, refused) => {
  const earlier = earlierApproval(ticket, refused);
  ticket.act({ ...approvalOf(ticket.ticket(), earlier?.seen ?? ticket.fingerprint()), ...teamIn(earlier) });
};

/** Null: needs more than what is kept, and is done on the ticket itself (secondTry offers none of these). */
const repeats: Record<RefusedChange["what"], Work | null> = {
  submit: act("submit"),
  approve: approveAgain,
  reject: (ticket, { wrote }) => ticket.act({ type: "reject", reason: wrote }),
  resubmit: act("resubmit"),
  start: act("start"),
  complete: act("complete"),
  confirm: act("confirm"),
  request_revision: (ticket, { wrote }) => ticket.act({ type: "request_revision", comment: wrote }),
  trash: act("trash"),
  restore: act("restore"),
  comments: (ticket, { wrote }) => ticket.addComment(wrote, null),
  description: (ticket, { wrote }) => ticket.appendDescription(wrote),
  fields: writeField,
  assign: null,
  schedule: null,
  set_deadline: null,
  attachments: null,
};

/** Refusals that were answered, and stand there only until what was done instead is on the disk. */
const answered = new Set<RefusedChange["id"]>();

const onTicket = async (device: Device, refused: RefusedChange, work: Work): Promise<boolean> => {
  // Pressed twice.
  if (answered.has(refused.id)) return true;
  answered.add(refused.id);
  const isThere = await onceReady(device, refused.ticket, (ticket) => work(ticket, refused));
  // Not before: on a device that cannot store, the words would be nowhere.
  if (isThere) void device.written().then(() => device.discardRefused(refused.id));
  else answered.delete(refused.id);
  return isThere;
};
