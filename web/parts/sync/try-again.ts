/** Doing a refused change once more: as a new action or a new write, judged by what stands there now. */
import { createEffect, createRoot, untrack } from "solid-js";
import { allowedActions } from "../../../shared/workflow/allowed-actions.ts";
import { approvalOf } from "../../presentation/approval.ts";
import type { Device, OpenTicket, RefusedChange } from "../../sync/device.ts";

type Retry = (ticket: OpenTicket, refused: RefusedChange) => void;

/** What can be done again from what is kept; the rest is done on the ticket itself. */
const retries: Partial<Record<RefusedChange["what"], Retry>> = {
  submit: (ticket) => ticket.act({ type: "submit" }),
  approve: (ticket) => ticket.act(approvalOf(ticket.ticket(), ticket.fingerprint())),
  reject: (ticket, { wrote }) => ticket.act({ type: "reject", reason: wrote }),
  resubmit: (ticket) => ticket.act({ type: "resubmit" }),
  start: (ticket) => ticket.act({ type: "start" }),
  complete: (ticket) => ticket.act({ type: "complete" }),
  confirm: (ticket) => ticket.act({ type: "confirm" }),
  request_revision: (ticket, { wrote }) => ticket.act({ type: "request_revision", comment: wrote }),
  trash: (ticket) => ticket.act({ type: "trash" }),
  restore: (ticket) => ticket.act({ type: "restore" }),
  comments: (ticket, { wrote }) => ticket.addComment(wrote, null),
};

const needsText: readonly RefusedChange["what"][] = ["reject", "request_revision", "comments"];

/** An action is offered again only where it could be accepted by now. */
export const canTryAgain = ({ ticket: id, what, wrote }: RefusedChange, device: Device): boolean => {
  if (retries[what] === undefined || (wrote.trim() === "" && needsText.includes(what))) return false;
  if (what === "comments") return true;
  const listed = device.tickets().find(({ summary }) => summary.id === id);
  return (
    listed !== undefined &&
    allowedActions(listed.summary, device.me(), device.directory()).some((type) => type === what)
  );
};

/** Opens the ticket, does it again, and lets go of the refusal. */
export const tryAgain = (device: Device, refused: RefusedChange): void =>
  createRoot((dispose) => {
    const ticket = device.open(refused.ticket);
    createEffect(() => {
      const phase = ticket.phase();
      if (phase === "loading") return;
      if (phase === "ready") {
        // Once: the action changes the very ticket it is made from.
        untrack(() => retries[refused.what]?.(ticket, refused));
        void device.discardRefused(refused.id);
      }
      queueMicrotask(() => {
        ticket.close();
        dispose();
      });
    });
  });
