/** Holds each changed key against the rules, with the ticket as it was before the update. */
import * as v from "valibot";
import { can, canEditField } from "../../shared/access/can.ts";
import { refuseComment } from "../../shared/access/comment-rules.ts";
import { fieldKeys } from "../../shared/document/layout.ts";
import { readFields } from "../../shared/document/read.ts";
import { type ActionId, ActionIdSchema } from "../../shared/ids.ts";
import { checkField } from "../../shared/ticket/field-schemas.ts";
import { incompleteEdits } from "../../shared/ticket/incomplete-edits.ts";
import type { AccessFacts } from "../../shared/ticket/summary.ts";
import type { FieldKey } from "../../shared/ticket/ticket.ts";
import { type Action, ActionSchema } from "../../shared/workflow/actions.ts";
import type { JudgeContext } from "./judge.ts";
import type { LoadedTicket } from "./loaded-ticket.ts";
import type { KeyChange, ObservedChanges } from "./watch-changes.ts";

export interface ForbiddenChange {
  change: KeyChange;
  code: string;
  facts: Record<string, unknown>;
  /** Would it be allowed in any of these standings of the ticket? Wrong values and foreign entries never are. */
  allowedIn(standings: readonly AccessFacts[]): boolean;
}

export interface JudgedContent {
  forbidden: ForbiddenChange[];
  /** New actions in the right person's name, to be ruled on. */
  actions: { id: ActionId; action: Action }[];
}

export const judgeContent = (
  ticket: LoadedTicket,
  applied: ObservedChanges,
  before: AccessFacts,
  context: JudgeContext,
): JudgedContent => {
  const judged: JudgedContent = { forbidden: [], actions: [] };
  for (const change of applied.keys) {
    const found = judgeKey(change, before, context);
    if (found !== null && "action" in found) judged.actions.push(found);
    else if (found !== null) judged.forbidden.push(found);
  }
  if (before.status !== "draft") keepComplete(ticket, applied, judged, context);
  return judged;
};

const judgeKey = (
  change: KeyChange,
  before: AccessFacts,
  context: JudgeContext,
): ForbiddenChange | { id: ActionId; action: Action } | null => {
  switch (change.root) {
    case "fields":
      return judgeField(change, before, context);
    case "comments":
      return judgeComment(change, before, context);
    case "actions":
      return judgeAction(change, context);
    case "state":
    case "rulings":
      return never(change, "read_only");
    case "attachments":
      // Nobody writes attachments until there is a way to hand in the file itself.
      return never(change, "forbidden");
  }
};

const never = (change: KeyChange, code: string, facts: Record<string, unknown> = {}): ForbiddenChange => ({
  change,
  code,
  facts,
  allowedIn: () => false,
});

const judgeField = (change: KeyChange, before: AccessFacts, { user, directory }: JudgeContext) => {
  const key = fieldKeys.find((known) => known === change.key);
  if (key === undefined) return never(change, "invalid_value");
  if (change.after !== undefined) {
    const checked = checkField(key, change.after);
    if (!checked.ok) return never(change, "invalid_value", { problem: checked.error });
  }
  const mayIn = (facts: AccessFacts) => canEditField(user, key, facts, directory, change.after);
  return mayIn(before) ? null : notNow(change, before, mayIn);
};

const judgeComment = (change: KeyChange, before: AccessFacts, { user, directory }: JudgeContext) => {
  const code = refuseComment(change.key, change.before, change.after, user.id);
  if (code !== null) return never(change, code);
  const mayIn = (facts: AccessFacts) => can(user, "comment", facts, directory);
  return mayIn(before) ? null : notNow(change, before, mayIn);
};

const notNow = (change: KeyChange, before: AccessFacts, mayIn: (facts: AccessFacts) => boolean): ForbiddenChange => ({
  change,
  code: before.trashed === null ? "forbidden" : "trashed",
  facts: { status: before.status, ...before.trashed },
  allowedIn: (standings) => standings.some(mayIn),
});

const judgeAction = (change: KeyChange, { user }: JudgeContext) => {
  if (change.before !== undefined) return never(change, "read_only");
  const parsed = v.safeParse(ActionSchema, change.after);
  if (!parsed.success || !v.is(ActionIdSchema, change.key)) return never(change, "invalid_arguments");
  if (parsed.output.actor !== user.id) return never(change, "not_yours");
  return { id: v.parse(ActionIdSchema, change.key), action: parsed.output };
};

/** After its submission a ticket may not be edited into one that could not have been submitted. */
const keepComplete = (
  ticket: LoadedTicket,
  applied: ObservedChanges,
  judged: JudgedContent,
  { directory }: JudgeContext,
): void => {
  const refused = new Set(judged.forbidden.map(({ change }) => change));
  const edits = applied.keys.filter((change) => change.root === "fields" && !refused.has(change));
  if (edits.length === 0) return;
  const edited = edits.map(({ key }) => key as FieldKey);
  const { keys, missing } = incompleteEdits(readFields(ticket.doc), edited, directory);
  for (const change of edits) {
    const key = change.key as FieldKey;
    if (keys.includes(key)) judged.forbidden.push(never(change, "invalid_value", { problem: missing[key], missing }));
  }
};
