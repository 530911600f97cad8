/** The actions of a ticket's life, each by somebody who may. */
import type * as Y from "yjs";
import type { Person } from "../../shared/access/directory.ts";
import { isCreativeManager, isCreativeMember, isDepartmentManager } from "../../shared/access/relations.ts";
import { briefText } from "../../shared/document/brief-text.ts";
import { readFields } from "../../shared/document/read.ts";
import { addAction } from "../../shared/document/write.ts";
import { type ActionId, newId, type UserId } from "../../shared/ids.ts";
import { directory, people } from "../../shared/sample-world.ts";
import { fingerprint } from "../../shared/ticket/fingerprint.ts";
import { deriveCriteria } from "../../shared/ticket/request-types.ts";
import type { Fields } from "../../shared/ticket/ticket.ts";
import { hourMs, isoTime } from "../../shared/time.ts";
import type { Action } from "../../shared/workflow/actions.ts";
import { deadlineReasons, imageRevisions, rejections, videoRevisions } from "./briefs/remarks.ts";
import type { Cast } from "./cast.ts";
import type { Chance } from "./chance.ts";
import type { Beat } from "./story.ts";
import type { Timeline } from "./timeline.ts";

type Make = (actor: UserId, doc: Y.Doc) => Action;

export const planSteps = (fields: Fields, cast: Cast, timeline: Timeline, chance: Chance): Beat[] => {
  const beats: Beat[] = [];
  const add = (atMs: number | null, by: Person, make: Make) => {
    if (atMs !== null) beats.push(actionBeat(Math.floor(atMs), by, make, chance));
  };
  planApprovals(fields, cast, timeline, chance, add);
  planWork(fields, cast, timeline, chance, add);
  add(timeline.trashed, cast.requester, (actor) => ({ type: "trash", actor }));
  return beats;
};

const minuteMs = hourMs / 60;

type Add = (atMs: number | null, by: Person, make: Make) => void;

const planApprovals = (fields: Fields, cast: Cast, timeline: Timeline, chance: Chance, add: Add): void => {
  const { requester, departmentHead, head } = cast;
  const isAnybody =
    !isCreativeMember(requester, directory) && !isDepartmentManager(requester, fields.department, directory);
  const submit: Make = (actor) => ({ type: "submit", actor });
  add(timeline.submitted, requester, submit);
  if (isCreativeManager(requester, directory) && timeline.approved !== null) {
    if (fields.suggestedAssignees.length === 0) add(timeline.approved + minuteMs / 2, head, assignment(cast));
    return;
  }
  const first = isAnybody ? departmentHead : head;
  if (timeline.sentBack !== null) {
    const reason = chance.pick(rejections);
    add(timeline.sentBack.at, first, (actor) => ({ type: "reject", actor, reason }));
    add(timeline.sentBack.resubmitted, requester, (actor) => ({ type: "resubmit", actor }));
  }
  if (isAnybody) {
    const approver = chance.oneIn(12) ? people.admin : departmentHead;
    add(timeline.departmentApproved, approver, (actor, doc) => ({ ...seen(actor, doc), step: "department" }));
  }
  if (timeline.rejected !== null) {
    const reason = chance.pick(rejections);
    add(timeline.rejected, first, (actor) => ({ type: "reject", actor, reason }));
  }
  add(timeline.approved, head, (actor, doc) => ({
    ...seen(actor, doc),
    step: "creative",
    ...(fields.suggestedAssignees.length > 0
      ? {}
      : { assignee: cast.assignee.id, collaborators: [cast.collaborator.id] }),
  }));
};

const planWork = (fields: Fields, cast: Cast, timeline: Timeline, chance: Chance, add: Add): void => {
  const { requester, assignee, head } = cast;
  add(timeline.started, assignee, (actor) => ({ type: "start", actor }));
  const { shoot } = timeline;
  const actual = shoot === null ? {} : { actualEnd: isoTime(shoot.end + chance.between(-0.4, 0.1) * hourMs) };
  add(timeline.completed, assignee, (actor) => ({ type: "complete", actor, ...actual }));
  const comment = chance.pick(deriveCriteria(fields, directory) === "video" ? videoRevisions : imageRevisions);
  add(timeline.revised, requester, (actor) => ({ type: "request_revision", actor, comment }));
  add(timeline.completedAgain, assignee, (actor) => ({ type: "complete", actor }));
  add(timeline.confirmed, requester, (actor) => ({ type: "confirm", actor }));
  if (timeline.postponed !== null) {
    const { at, to } = timeline.postponed;
    const reason = chance.pick(deadlineReasons);
    add(at, head, (actor) => ({ type: "set_deadline", actor, deadline: isoTime(to), reason }));
  }
};

const assignment =
  ({ assignee, collaborator }: Cast): Make =>
  (actor) => ({ type: "assign", actor, assignee: assignee.id, collaborators: [collaborator.id] });

/** An approval of what stood on the approver's screen. */
const seen = (actor: UserId, doc: Y.Doc) =>
  ({ type: "approve", actor, seen: fingerprint(readFields(doc), briefText(doc)) }) as const;

const actionBeat = (atMs: number, by: Person, make: Make, chance: Chance): Beat => {
  const id = newId<ActionId>(atMs, chance.bytes);
  return { atMs, by, write: (doc) => addAction(doc, id, { ...make(by.id, doc), at: isoTime(atMs) }) };
};
