/** Decides what becomes of the nth ticket of the demo workspace: what is asked for, who takes part, what happens when. */
import { isCreativeManager } from "../../shared/access/relations.ts";
import { writeFields } from "../../shared/document/write.ts";
import { newId, type TicketId } from "../../shared/ids.ts";
import { directory, products } from "../../shared/sample-world.ts";
import { deriveCriteria, isShoot, requestTypeRules } from "../../shared/ticket/request-types.ts";
import { emptyFields, type Fields, type Priority, requestTypes } from "../../shared/ticket/ticket.ts";
import { isoTime } from "../../shared/time.ts";
import { briefs } from "./briefs/all-briefs.ts";
import type { Brief } from "./briefs/brief.ts";
import { places } from "./briefs/remarks.ts";
import { type Cast, chooseCast } from "./cast.ts";
import { createChance } from "./chance.ts";
import { writeDescription } from "./description.ts";
import { endingOf } from "./endings.ts";
import { planSteps } from "./plan-steps.ts";
import { planAddition, planTalk } from "./plan-talk.ts";
import type { Beat, Story } from "./story.ts";
import { planTimeline, type Timeline } from "./timeline.ts";

const priorities: readonly Priority[] = ["medium", "high", "medium", "low", "medium", "high", "urgent", "low"];
const seed = 20_240_607;
/** Beyond so many tickets, where numbers matter more than words, one in three is talked about. */
const talkingTickets = 200;

/** `count` tickets are made in all; the nth is the same whatever comes after it. */
export const planStory = (n: number, count: number, nowMs: number): Story => {
  const chance = createChance(seed + n * 7919);
  const requestType = requestTypes[n % requestTypes.length] as (typeof requestTypes)[number];
  const ofType = briefs[requestType];
  const round = Math.floor(n / requestTypes.length);
  const brief = ofType[round % ofType.length] as Brief;
  const ending = endingOf(n);
  const cast = chooseCast(brief, ending, chance);
  const fields: Fields = {
    ...emptyFields,
    title: title(brief, Math.floor(round / ofType.length)),
    requestType,
    priority: chance.pick(priorities),
    department: cast.requester.department,
    fileFormat: brief.fileFormat ?? null,
    criteria: requestTypeRules[requestType].criteria === "chosen" ? (brief.criteria ?? "image") : null,
    product: brief.product === undefined ? null : products[brief.product].id,
    items: (brief.items ?? []).map(([product, quantity]) => ({ product: products[product].id, quantity })),
    quantity: brief.quantity ?? 1,
    suggestedAssignees: chance.oneIn(2) ? [cast.assignee.id, cast.collaborator.id] : [],
  };
  const planned = planTimeline(
    {
      ending,
      priority: fields.priority,
      criteria: deriveCriteria(fields, directory) ?? "image",
      shootHours: isShoot(fields) ? (brief.hours ?? 3) : null,
      age: ((n * 37) % count) / count,
    },
    chance,
    nowMs,
  );
  // Approved by submitting it, so that is when the deadline begins.
  const timeline =
    planned.approved !== null && isCreativeManager(cast.requester, directory)
      ? { ...planned, submitted: planned.approved, sentBack: null }
      : planned;
  if (timeline.shoot !== null) {
    fields.scheduledStart = isoTime(timeline.shoot.start);
    fields.scheduledEnd = isoTime(timeline.shoot.end);
  }
  const beats = [
    creation(brief, fields, cast, timeline),
    ...planSteps(fields, cast, timeline, chance),
    ...(n < talkingTickets || chance.oneIn(3) ? planTalk(brief, fields, cast, timeline, chance, nowMs) : []),
    ...planAddition(cast, timeline, chance, nowMs),
  ].sort((a, b) => a.atMs - b.atMs);
  return { id: newId<TicketId>(timeline.created, chance.bytes), beats, isSubmitted: timeline.submitted !== null };
};

const title = (brief: Brief, round: number): string => {
  if (round === 0) return brief.title;
  const place = places[(round - 1) % places.length] as string;
  const again = Math.floor((round - 1) / places.length);
  return again === 0 ? `${brief.title} – ${place}` : `${brief.title} – ${place}, no. ${again + 1}`;
};

/** A form leaves what nobody said unwritten. */
const creation = (brief: Brief, fields: Fields, cast: Cast, { created }: Timeline): Beat => ({
  atMs: created,
  by: cast.requester,
  write: (doc) => {
    const said = Object.entries(fields).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    );
    writeFields(doc, Object.fromEntries(said) as Partial<Fields>);
    writeDescription(doc, brief.text);
  },
});
