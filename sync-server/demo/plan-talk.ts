/** What people write to each other while a ticket lives. */
import { addComment } from "../../shared/document/write.ts";
import { type CommentId, newId } from "../../shared/ids.ts";
import type { Fields } from "../../shared/ticket/ticket.ts";
import { hourMs, isoTime } from "../../shared/time.ts";
import type { Brief } from "./briefs/brief.ts";
import { additions } from "./briefs/remarks.ts";
import type { Cast } from "./cast.ts";
import type { Chance } from "./chance.ts";
import { appendParagraph } from "./description.ts";
import type { Beat } from "./story.ts";
import type { Timeline } from "./timeline.ts";

/** Talk begins when those who talk may read the ticket. */
export const planTalk = (
  brief: Brief,
  fields: Fields,
  cast: Cast,
  timeline: Timeline,
  chance: Chance,
  nowMs: number,
): Beat[] => {
  if (timeline.submitted === null) return [];
  const teamReadsFrom = fields.suggestedAssignees.length > 0 ? timeline.submitted : timeline.approved;
  const from = teamReadsFrom ?? timeline.submitted;
  const until = timeline.trashed ?? Math.min(nowMs, timeline.confirmed ?? nowMs, from + 60 * hourMs);
  const gap = (until - from) / (brief.talk.length + 1);
  let before: CommentId | null = null;
  return brief.talk.map(([voice, body, reply], i): Beat => {
    const atMs = Math.floor(from + gap * (i + chance.between(0.6, 1.3)));
    const id = newId<CommentId>(atMs, chance.bytes);
    const parent = reply === undefined ? null : before;
    before = id;
    const isOfTheTeam = voice === "assignee" || voice === "collaborator";
    const by = isOfTheTeam && teamReadsFrom === null ? cast.head : cast[voice];
    const comment = { author: by.id, body, parent, createdAt: isoTime(atMs) };
    return { atMs, by, write: (doc) => addComment(doc, id, comment) };
  });
};

/** Briefs go on growing while the work goes on. */
export const planAddition = (cast: Cast, { started, completed }: Timeline, chance: Chance, nowMs: number): Beat[] => {
  if (started === null || !chance.oneIn(4)) return [];
  const atMs = Math.floor(started + ((completed ?? nowMs) - started) * 0.2);
  const text = chance.pick(additions);
  return [{ atMs, by: cast.assignee, write: (doc) => appendParagraph(doc, text) }];
};
