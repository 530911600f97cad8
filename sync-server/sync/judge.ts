/**
 * Validating a merge: applies one person's update to a ticket's document, puts back what the rules do not allow, rules on
 * new actions, and says what to log. Synchronous and in memory; the document stays disposable until the entry is committed.
 *
 * Content that the person may write either before or after the actions of the same update is let be: both orders are
 * orders in which they could have worked, and a merged update does not tell them apart.
 */
import * as Y from "yjs";
import { can } from "../../shared/access/can.ts";
import type { Directory, Person } from "../../shared/access/directory.ts";
import { roots, serverClientId } from "../../shared/document/layout.ts";
import type { ActionId } from "../../shared/ids.ts";
import type { Repair } from "../../shared/protocol/repair.ts";
import { fail, ok, type Result } from "../../shared/result.ts";
import type { AccessFacts } from "../../shared/ticket/summary.ts";
import type { Ruling } from "../../shared/ticket/ticket.ts";
import type { WorkflowEvent } from "../../shared/workflow/events.ts";
import { type ForbiddenChange, judgeContent } from "./judge-content.ts";
import { clockOf, factsNow, type LoadedTicket, rightsNow, writeAsServer } from "./loaded-ticket.ts";
import type { Scan } from "./prescan.ts";
import { ruleActions } from "./rule-actions.ts";
import { checkStructure } from "./structure.ts";
import { tidiesOnly } from "./tidies-only.ts";
import { undoAll } from "./undo-all.ts";
import { arrival, type ObservedChanges } from "./watch-changes.ts";
import { writtenText } from "./written-text.ts";

export interface JudgeContext {
  user: Person;
  directory: Directory;
  nowMs: number;
  /** Reserved for a submission in this update; null when none can be in it. */
  ticketNumber: number | null;
}

export type Verdict =
  /** The ticket had it all already. */
  | { kind: "nothing" }
  /** No honest client sends this. The document is spoilt and must be dropped. `thrown`: what applying it threw, if it did. */
  | { kind: "spoilt"; thrown?: unknown }
  /** Text must be undone, which needs the change tracked from the start: drop the document and judge again, tracked. */
  | { kind: "track" }
  | { kind: "entry"; entry: JudgedEntry };

export interface JudgedEntry {
  /** What goes into the log and to everyone. */
  update: Uint8Array;
  repairs: Repair[];
  rulings: Map<ActionId, Ruling>;
  events: WorkflowEvent[];
  /** Anything but the description's text changed: the list row must follow at once. */
  rowChanged: boolean;
  numberTaken: boolean;
}

/** `claims` come from checkClaims; `tracked` makes any edit of the description undoable. */
export const judge = (
  ticket: LoadedTicket,
  update: Uint8Array,
  scan: Scan,
  claims: { exact: boolean; newClients: readonly number[] },
  context: JudgeContext,
  tracked: boolean,
): Verdict => {
  const { doc } = ticket;
  const factsBefore = ticket.exists ? factsNow(ticket) : draftFacts(ticket, context.user);
  const mayWriteText = ticket.exists
    ? rightsNow(ticket, context.user, context.directory).writeText
    : can(context.user, "editDescription", factsBefore, context.directory);
  const before = new Map(scan.sections.map(({ client }) => [client, clockOf(doc, client)]));
  const undo = mayWriteText && !tracked ? null : trackText(ticket);
  const isTidying = mayWriteText ? null : tidiesOnly(ticket, update, scan);
  const emitted = collectUpdates(doc, claims.exact);
  try {
    const arrived = apply(ticket, update);
    if (!arrived.ok) return { kind: "spoilt", thrown: arrived.error };
    const applied = arrived.value;
    if (!applied.touched) return { kind: "nothing" };
    const structure = checkStructure(ticket, scan.sections, before);
    if (structure === "malformed") return { kind: "spoilt" };
    if (structure === "foreign_text" && undo === null) return { kind: "track" };

    const content = judgeContent(ticket, applied, factsBefore, context);
    const ruled = ruleActions(ticket, content, factsBefore, context);
    const forbidden = content.forbidden.filter((change) => !change.allowedIn(ruled.factsAlong));
    const textForbidden =
      isTidying?.() === true ? null : forbidsText(applied, structure, mayWriteText, ruled.factsAlong, context);
    const repairs = forbidden.map(toRepair);
    if (textForbidden !== null) {
      repairs.push({
        root: roots.description,
        key: "",
        wrote: writtenText(ticket, scan.sections, before),
        ...textForbidden,
      });
      doc.clientID = serverClientId;
      if (undo !== null) undoAll(undo);
    }
    // Most updates leave the server nothing to write, and an empty transaction costs as much as a keystroke.
    if (forbidden.length > 0 || !ticket.exists || ruled.rulings.size > 0) {
      writeAsServer(doc, () => {
        for (const change of forbidden) putBack(ticket, change);
        if (!ticket.exists) ruled.create();
        ruled.write();
      });
    }
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return { kind: "spoilt" };
    for (const client of claims.newClients) ticket.owners.set(client, context.user.id);
    const rowChanged = !ticket.exists || applied.keys.length > 0;
    ticket.exists = true;
    return {
      kind: "entry",
      entry: {
        update: emitted.merged(update),
        repairs,
        rulings: ruled.rulings,
        events: ruled.events,
        rowChanged,
        numberTaken: ruled.numberTaken,
      },
    };
  } finally {
    emitted.stop();
    undo?.destroy();
  }
};

/** Before anything is stored a ticket is its first writer's draft. */
const draftFacts = (ticket: LoadedTicket, user: Person): AccessFacts => ({ ...factsNow(ticket), requester: user.id });

/** Yjs tidies formatting marks after an arrival, in a transaction without origin: that has to be undone with it. */
const trackText = (ticket: LoadedTicket): Y.UndoManager =>
  new Y.UndoManager(ticket.description, { trackedOrigins: new Set([arrival, null]), captureTimeout: 0 });

/**
 * Here runs the line between a client's bytes and our own bugs. The prescan has read every field of the update; whether its
 * structs hang together is found out by applying them, and where they do not, one of our bounds throws half-way or Yjs does,
 * mostly a TypeError: the class tells nothing. So what throws in here is put down to the update, and handed on for the log,
 * because our few observers run in here as well. What throws anywhere else in `judge` is ours: it goes up to the room, which
 * logs an error and answers `later`.
 */
const apply = (ticket: LoadedTicket, update: Uint8Array): Result<ObservedChanges, unknown> => {
  try {
    return ok(ticket.watch.apply(update));
  } catch (error) {
    return fail(error);
  }
};

const forbidsText = (
  applied: ObservedChanges,
  structure: "sound" | "foreign_text",
  mayWriteText: boolean,
  factsAlong: readonly AccessFacts[],
  { user, directory }: JudgeContext,
): { code: string; facts: Record<string, unknown> } | null => {
  if (!applied.description) return null;
  if (structure === "foreign_text") return { code: "invalid_value", facts: {} };
  if (mayWriteText || factsAlong.some((facts) => can(user, "editDescription", facts, directory))) return null;
  return { code: "forbidden", facts: { status: factsAlong[0]?.status, trashed: factsAlong[0]?.trashed ?? null } };
};

const toRepair = ({ change, code, facts }: ForbiddenChange): Repair => ({
  root: change.root,
  key: change.key,
  wrote: change.after ?? null,
  code,
  facts,
});

const putBack = (ticket: LoadedTicket, { change }: ForbiddenChange): void => {
  const map = ticket.maps[change.root];
  if (change.before === undefined) map.delete(change.key);
  else map.set(change.key, change.before);
};

/**
 * Gathers what the document emits besides the incoming bytes: the server's own writes and Yjs' tidying. With `asIs` the
 * incoming bytes are used as they came; else what was really applied is taken instead.
 */
const collectUpdates = (doc: Y.Doc, asIs: boolean) => {
  const own: Uint8Array[] = [];
  let applied: Uint8Array | null = null;
  const collect = (update: Uint8Array, origin: unknown) => {
    if (origin !== arrival) own.push(update);
    else applied = update;
  };
  const listen = () => doc.on("update", collect);
  // Encoding what came in costs as much as applying it, so as-is listening starts with whatever follows the arrival.
  const listenAfterArrival = (transaction: Y.Transaction) => {
    if (transaction.origin === arrival) return;
    doc.off("beforeObserverCalls", listenAfterArrival);
    listen();
  };
  if (asIs) doc.on("beforeObserverCalls", listenAfterArrival);
  else listen();
  return {
    merged: (incoming: Uint8Array): Uint8Array => {
      const first = asIs ? incoming : (applied ?? incoming);
      return own.length === 0 ? first : Y.mergeUpdates([first, ...own]);
    },
    stop: () => {
      doc.off("beforeObserverCalls", listenAfterArrival);
      doc.off("update", collect);
    },
  };
};
