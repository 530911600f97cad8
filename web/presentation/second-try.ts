/** Whether a refused change could be made anew by now, and if not, why not: asked of the rules, with the ticket as it is. */
import { can } from "../../shared/access/can.ts";
import type { Directory, Person } from "../../shared/access/directory.ts";
import { type AccessFacts, accessFacts, type TicketSummary } from "../../shared/ticket/summary.ts";
import type { ActionType } from "../../shared/workflow/actions.ts";
import { findMove } from "../../shared/workflow/find-move.ts";
import { t } from "../i18n/messages.ts";
import type { RefusedChange } from "../sync/device.ts";
import { refusalSentence } from "./refusal-sentence.ts";
import { mayApply, suggestionIn } from "./suggestion.ts";

export type SecondTry =
  | { kind: "possible" }
  | { kind: "impossible"; why: string }
  /** Not from what is kept: on the ticket itself, or not at all. */
  | { kind: "none" };

interface Reader {
  me: Person;
  directory: Directory;
  nowMs: number;
}

/** Actions that need no more than what was written with them. */
const repeatable: readonly RefusedChange["what"][] = [
  "submit",
  "approve",
  "reject",
  "resubmit",
  "start",
  "complete",
  "confirm",
  "request_revision",
  "trash",
  "restore",
];
const needsText: readonly RefusedChange["what"][] = ["reject", "request_revision", "comments"];

/** `ticket` as lists show it; undefined where it is not on the device. */
export const secondTry = (refused: RefusedChange, ticket: TicketSummary | undefined, reader: Reader): SecondTry => {
  const { what, wrote } = refused;
  if (ticket === undefined || (wrote.trim() === "" && needsText.includes(what))) return none;
  if (what === "comments") return ofComment(accessFacts(ticket), reader);
  if (what === "fields" || what === "description") return ofContent(refused, ticket, reader);
  return repeatable.includes(what) ? ofAction(what as ActionType, ticket, reader) : none;
};

const none: SecondTry = { kind: "none" };
const possible: SecondTry = { kind: "possible" };
const impossible = (why: string): SecondTry => ({ kind: "impossible", why });

const ofAction = (type: ActionType, ticket: TicketSummary, { me, directory, nowMs }: Reader): SecondTry => {
  const found = findMove(ticket, type, me, directory);
  if (found.ok) return possible;
  return impossible(refusalSentence({ what: type, ...found.error }, { me: me.id, directory, nowMs }));
};

const ofComment = (facts: AccessFacts, { me, directory }: Reader): SecondTry =>
  can(me, "comment", facts, directory) ? possible : impossible(whyNot(facts));

const ofContent = (refused: RefusedChange, ticket: TicketSummary, { me, directory }: Reader): SecondTry => {
  const suggestion = suggestionIn(refused);
  if (suggestion === null) return none;
  return mayApply(suggestion, ticket, me, directory) ? possible : impossible(whyNot(accessFacts(ticket)));
};

const whyNot = ({ trashed, status }: AccessFacts): string =>
  trashed === null ? t.sync.notNow(t.words.status[status]) : t.sync.inTrash;
