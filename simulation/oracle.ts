/**
 * What the rules say about one log entry, worked out from the log alone and apart from the server's own guard: which
 * changes its author was not allowed to make, and which rulings are not those of `decide`.
 */
import { can, canEditField } from "../shared/access/can.ts";
import { refuseComment } from "../shared/access/comment-rules.ts";
import type { Directory, Person } from "../shared/access/directory.ts";
import { compareActions, type StoredAction } from "../shared/document/action-order.ts";
import type { ActionId, UserId } from "../shared/ids.ts";
import { type AccessFacts, accessFacts } from "../shared/ticket/summary.ts";
import type { FieldKey, Ruling, Ticket } from "../shared/ticket/ticket.ts";
import { isoTime } from "../shared/time.ts";
import { applyChanges } from "../shared/workflow/changes.ts";
import { decide } from "../shared/workflow/decide.ts";
import { parseAction } from "../shared/workflow/parse-action.ts";
import type { ReplayedChange, ReplayedEntry } from "./replay.ts";
import { sameJson } from "./same-json.ts";

export interface JudgedEntry {
  userId: UserId;
  at: number;
  /** Null for the entry that creates the ticket. */
  before: Ticket | null;
  after: Ticket;
  replayed: ReplayedEntry;
  rulings: ReadonlyMap<string, Ruling>;
}

export interface Objection {
  invariant: "I4" | "I5";
  message: string;
}

/** Objections under one directory; the entry is sound if there is a directory in force under which there are none. */
export const objectionsTo = (entry: JudgedEntry, directory: Directory): Objection[] => {
  const person = directory.people.get(entry.userId);
  if (person === undefined || !person.isActive) return [{ invariant: "I4", message: "its author is not active" }];
  const apart = objections(entry, person, directory, false);
  const hasActions = entry.replayed.changes.some(({ root }) => root === "actions");
  // Fields that changed beside an action are its doing, or content that came in the same update.
  return apart.length === 0 || !hasActions ? apart : objections(entry, person, directory, true);
};

const objections = (entry: JudgedEntry, person: Person, directory: Directory, isMixed: boolean): Objection[] => {
  const found: Objection[] = [];
  const object = (invariant: Objection["invariant"], message: string) => found.push({ invariant, message });
  const { standings, actionKeys } = ruleAgain(entry, person, directory, isMixed, object);
  for (const change of entry.replayed.changes) {
    const problem = problemWith(change, entry, person, directory, standings, actionKeys);
    if (problem !== null) object("I4", `${change.root}.${change.key} ${problem}: ${JSON.stringify(change.after)}`);
  }
  const mayWriteText = standings.some((facts) => can(person, "editDescription", facts, directory));
  if (entry.replayed.descriptionChanged && !mayWriteText) object("I4", "the description was not theirs to edit");
  return found;
};

/** Runs the entry's actions through `decide` and compares with what the log says. */
const ruleAgain = (
  { before, after, replayed, rulings, at, userId }: JudgedEntry,
  person: Person,
  directory: Directory,
  isMixed: boolean,
  object: (invariant: Objection["invariant"], message: string) => void,
) => {
  const actions = newActions(replayed, userId, object);
  const created = { status: "draft" as const, requester: userId, createdAt: isoTime(at) };
  let standing: Ticket = before ?? { ...after, state: { ...emptyState(after), ...created } };
  // Content of the same update counts as written before its actions.
  if (before !== null && isMixed) standing = withContent(before, after, replayed);
  const standings: AccessFacts[] = [
    before === null ? { ...accessFacts(standing), requester: userId } : accessFacts(before),
  ];
  const actionKeys = new Set<string>();
  for (const { id, action } of actions) {
    const ruling = rulings.get(id);
    if (ruling === undefined) object("I5", `action ${id} has no ruling`);
    const decision = decide(standing, action, person, { nowMs: at, directory, ticketNumber: after.state.number });
    if (ruling !== undefined && !isMixed && !agrees(decision, ruling)) {
      object("I5", `${action.type} was ruled ${JSON.stringify(ruling)}, not ${JSON.stringify(decision)}`);
    }
    if (!decision.accepted) continue;
    for (const key of Object.keys(decision.changes.fields)) actionKeys.add(key);
    standing = applyChanges(standing, decision.changes);
    standings.push(accessFacts(standing));
  }
  if (!isMixed && !sameJson(standing.state, after.state)) {
    object("I5", `state is ${JSON.stringify(after.state)}, by the actions ${JSON.stringify(standing.state)}`);
  }
  return { standings, actionKeys };
};

const agrees = (decision: ReturnType<typeof decide>, ruling: Ruling): boolean =>
  decision.accepted
    ? ruling.accepted && ruling.status === decision.to
    : !ruling.accepted && ruling.code === decision.refusal.code;

const newActions = (
  { changes }: ReplayedEntry,
  userId: UserId,
  object: (invariant: Objection["invariant"], message: string) => void,
): StoredAction[] =>
  changes
    .flatMap(({ root, key, before, after }): StoredAction[] => {
      if (root !== "actions") return [];
      const parsed = parseAction(after);
      if (before !== undefined) object("I5", `action ${key} was changed`);
      else if (!parsed.ok) object("I5", `action ${key} is none: ${JSON.stringify(after)}`);
      else if (parsed.value.actor !== userId) object("I4", `action ${key} in another's name`);
      else return [{ id: key as ActionId, action: parsed.value }];
      return [];
    })
    .sort(compareActions);

const withContent = (before: Ticket, after: Ticket, { changes, descriptionChanged }: ReplayedEntry): Ticket => {
  const fields = { ...before.fields };
  for (const { root, key } of changes) {
    if (root === "fields" && key in fields) Object.assign(fields, { [key]: after.fields[key as FieldKey] });
  }
  return { ...before, fields, brief: descriptionChanged ? after.brief : before.brief };
};

const emptyState = ({ state }: Ticket): Ticket["state"] =>
  Object.fromEntries(
    Object.entries(state).map(([key, value]) => [
      key,
      Array.isArray(value) ? [] : typeof value === "number" && key === "revisionCount" ? 0 : null,
    ]),
  ) as unknown as Ticket["state"];

const problemWith = (
  change: ReplayedChange,
  { rulings }: JudgedEntry,
  person: Person,
  directory: Directory,
  standings: readonly AccessFacts[],
  actionKeys: ReadonlySet<string>,
): string | null => {
  switch (change.root) {
    case "fields": {
      const may = (facts: AccessFacts) => canEditField(person, change.key as FieldKey, facts, directory, change.after);
      return actionKeys.has(change.key) || standings.some(may) ? null : "was not theirs to edit";
    }
    case "comments": {
      const code = refuseComment(change.key, change.before, change.after, person.id);
      if (code !== null) return code;
      return standings.some((facts) => can(person, "comment", facts, directory)) ? null : "was not theirs to write";
    }
    case "rulings":
      return change.before === undefined && rulings.has(change.key) ? null : "was changed";
    case "attachments":
      return "was not theirs to write";
    case "actions":
    case "state":
      // Looked at as a whole above.
      return null;
  }
};
