/** Turns a refusal's code and facts into the sentence its author reads. Unknown codes get a calm general one. */
import type { Directory } from "../../shared/access/directory.ts";
import { type Relation, relations } from "../../shared/access/relations.ts";
import type { UserId } from "../../shared/ids.ts";
import { type FieldKey, type Status, statuses } from "../../shared/ticket/ticket.ts";
import { actionTypes } from "../../shared/workflow/actions.ts";
import { t } from "../i18n/messages.ts";
import { momentInSentence } from "./moments.ts";
import { usernameOf } from "./names.ts";

export interface RefusalFacts {
  /** The action refused, or the part of the ticket that was put back. */
  what: string;
  code: string;
  facts: Record<string, unknown>;
}

interface Reader {
  me: UserId;
  directory: Directory;
  nowMs: number;
}

export const refusalSentence = (refusal: RefusalFacts, reader: Reader): string => {
  const { facts } = refusal;
  const isAction = includes(actionTypes, refusal.what);
  const own = includes(actionTypes, refusal.what) ? t.actions.own[refusal.what] : "";
  const status = includes(statuses, facts.status) ? facts.status : null;
  const event = () => eventOf(facts, reader);
  switch (refusal.code) {
    case "wrong_status":
      return wrongStatus(facts, status, own, reader);
    case "forbidden":
      if (isAction) return t.refusals.forbidden(own, relationNames(facts.needs));
      if (facts.trashed !== null && facts.trashed !== undefined) return t.refusals.textInTrash;
      return textForbidden(facts, status, reader);
    case "brief_changed":
      return t.refusals.briefChanged;
    case "incomplete":
      return t.refusals.incomplete(fieldNames(facts.fields));
    case "invalid_arguments":
      return isAction ? t.refusals.invalidArguments(own) : t.refusals.generic;
    case "invalid_assignee":
      return t.refusals.invalidAssignee(peopleNames(facts.people, reader.directory));
    case "already_confirmed":
      return t.refusals.alreadyConfirmed(event());
    case "trashed":
      return isAction ? t.refusals.trashed(event()) : t.refusals.textInTrash;
    case "not_trashed":
      return t.refusals.notTrashed;
    case "not_a_shoot":
      return t.refusals.notAShoot;
    case "not_yours":
      return t.refusals.notYours;
    case "read_only":
      return t.refusals.readOnly;
    case "invalid_value":
      return t.refusals.invalidValue;
    case "gone":
      return t.refusals.gone;
    case "too_large":
      return t.refusals.tooLarge;
    case "malformed":
    case "unreadable":
    case "unknown_root":
    case "unsafe_value":
    case "foreign_client_id":
      return t.refusals.unreadable;
    case "history_replaced":
      return t.refusals.historyReplaced;
    default:
      return t.refusals.generic;
  }
};

const wrongStatus = (facts: Record<string, unknown>, status: Status | null, own: string, reader: Reader): string => {
  if (status === null) return t.refusals.generic;
  const now = t.refusals.now[status];
  if (!includes(actionTypes, facts.action) || typeof facts.by !== "string") {
    return `${t.refusals.wrongStatus(t.words.status[status], own)} ${now}`;
  }
  const event = eventOf(facts, reader);
  const told = facts.by === reader.me ? t.refusals.overtakenBySelf(event) : t.refusals.overtaken(event, own);
  return `${told} ${now}`;
};

const textForbidden = (facts: Record<string, unknown>, status: Status | null, reader: Reader): string => {
  if (status === null) return t.refusals.generic;
  if (!includes(actionTypes, facts.action) || typeof facts.by !== "string") {
    return t.refusals.textForbidden(t.words.status[status]);
  }
  const event = eventOf(facts, reader);
  const told = facts.by === reader.me ? t.refusals.overtakenBySelf(event) : t.refusals.textOvertaken(event);
  return `${told} ${t.refusals.now[status]} ${t.refusals.textKept}`;
};

const eventOf = (facts: Record<string, unknown>, { directory, nowMs }: Reader) => ({
  who: usernameOf(typeof facts.by === "string" ? (facts.by as UserId) : null, directory),
  did: includes(actionTypes, facts.action) ? t.actions.did[facts.action] : "",
  when: typeof facts.at === "string" ? momentInSentence(Date.parse(facts.at), nowMs) : t.refusals.earlier,
});

const includes = <Item extends string>(items: readonly Item[], value: unknown): value is Item =>
  (items as readonly unknown[]).includes(value);

const relationNames = (needs: unknown): string[] =>
  Array.isArray(needs)
    ? needs.filter((n): n is Relation => includes(relations, n)).map((n) => t.refusals.relation[n])
    : [];

const fieldNames = (fields: unknown): string[] =>
  typeof fields === "object" && fields !== null
    ? Object.keys(fields).map((key) => t.words.field[key as FieldKey] ?? key)
    : [];

const peopleNames = (people: unknown, directory: Directory): string[] =>
  Array.isArray(people) ? people.map((id) => usernameOf(id as UserId, directory)) : [t.words.somebody];
