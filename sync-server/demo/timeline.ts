/** When what happened to a ticket. Everything lies before now; deadlines are what the rules will make of it. */
import { deadlineOf } from "../../shared/ticket/deadline.ts";
import type { Criteria, Priority } from "../../shared/ticket/ticket.ts";
import { hourMs, isoTime, toMs } from "../../shared/time.ts";
import type { Chance } from "./chance.ts";
import type { Ending } from "./endings.ts";

/** Milliseconds since 1970; null: it did not happen. */
export interface Timeline {
  created: number;
  submitted: number | null;
  departmentApproved: number | null;
  /** Sent back once on its way, and submitted again. */
  sentBack: { at: number; resubmitted: number } | null;
  approved: number | null;
  started: number | null;
  completed: number | null;
  revised: number | null;
  completedAgain: number | null;
  confirmed: number | null;
  rejected: number | null;
  trashed: number | null;
  /** The deadline was moved by hand. */
  postponed: { at: number; to: number } | null;
  shoot: { start: number; end: number } | null;
}

export interface TimelineWish {
  ending: Ending;
  priority: Priority;
  criteria: Criteria;
  /** Shoots: how long; null for everything else. */
  shootHours: number | null;
  /** How far back closed tickets may lie, 0 (now) to 1 (about 90 days). */
  age: number;
}

const dayMs = 24 * hourMs;
const daysBack = 76;

export const planTimeline = (wish: TimelineWish, chance: Chance, nowMs: number): Timeline => {
  const hours = (low: number, high: number) => chance.between(low, high) * hourMs;
  switch (wish.ending) {
    case "draft":
      return { ...nothing, created: nowMs - hours(2, 140), shoot: shootAhead(wish, chance, nowMs) };
    case "requested":
      return fromSubmission(nowMs - hours(0.3, 30), wish, chance, nowMs);
    case "pending_creative": {
      const departmentApproved = nowMs - hours(0.3, 30);
      const submitted = departmentApproved - hours(0.5, 14);
      return { ...fromSubmission(submitted, wish, chance, nowMs), departmentApproved };
    }
    case "rejected":
    case "trashed": {
      const at = nowMs - hours(6, 400);
      const line = fromSubmission(at - hours(0.5, 30), wish, chance, at);
      return wish.ending === "rejected" ? { ...line, rejected: at } : { ...line, trashed: at };
    }
    default:
      return approvedTimeline(wish, chance, nowMs);
  }
};

const nothing: Omit<Timeline, "created"> = {
  submitted: null,
  departmentApproved: null,
  sentBack: null,
  approved: null,
  started: null,
  completed: null,
  revised: null,
  completedAgain: null,
  confirmed: null,
  rejected: null,
  trashed: null,
  postponed: null,
  shoot: null,
};

const shootAhead = ({ shootHours }: TimelineWish, chance: Chance, afterMs: number): Timeline["shoot"] => {
  if (shootHours === null) return null;
  return shootFrom(inDaytime(afterMs + chance.between(30, 240) * hourMs), shootHours);
};

/** People agree on the hour or the half hour. */
const shootFrom = (startMs: number, hours: number): NonNullable<Timeline["shoot"]> => {
  const start = Math.floor(startMs / (hourMs / 2)) * (hourMs / 2);
  return { start, end: start + hours * hourMs };
};

/** Between 7 and 15 o'clock UTC of the same day. */
const inDaytime = (atMs: number): number => {
  const midnight = Math.floor(atMs / dayMs) * dayMs;
  return midnight + 7 * hourMs + (atMs - midnight) / 3;
};

const fromSubmission = (submitted: number, wish: TimelineWish, chance: Chance, nowMs: number): Timeline => ({
  ...nothing,
  created: submitted - chance.between(0.1, 0.9) * hourMs,
  submitted,
  shoot: shootAhead(wish, chance, nowMs),
});

/** Everything that got both approvals: the work after them decides when they were given. */
const approvedTimeline = (wish: TimelineWish, chance: Chance, nowMs: number): Timeline => {
  const work = planWork(wish, chance, nowMs);
  const { approved } = work;
  const departmentApproved = approved - chance.between(0.4, 12) * hourMs;
  const isSentBack = wish.ending === "confirmed" && chance.oneIn(6);
  const resubmitted = departmentApproved - chance.between(0.3, 6) * hourMs;
  const sentBackAt = resubmitted - chance.between(0.5, 20) * hourMs;
  const submitted = (isSentBack ? sentBackAt : departmentApproved) - chance.between(0.4, 12) * hourMs;
  return {
    ...nothing,
    ...work,
    created: submitted - chance.between(0.1, 0.9) * hourMs,
    submitted,
    departmentApproved,
    sentBack: isSentBack ? { at: sentBackAt, resubmitted } : null,
  };
};

type Work = Pick<
  Timeline,
  "started" | "completed" | "revised" | "completedAgain" | "confirmed" | "postponed" | "shoot"
> & { approved: number };

const planWork = (wish: TimelineWish, chance: Chance, nowMs: number): Work => {
  const span = spanMs(wish);
  switch (wish.ending) {
    case "approved":
      return dueAt(wish, nowMs + chance.between(0.5, 0.95) * span, nowMs, chance);
    case "working": {
      const deadline = nowMs + chance.between(0.3, 0.8) * span;
      const work = started(dueAt(wish, deadline, nowMs, chance), nowMs, chance);
      const postponed = { at: nowMs - chance.between(0.05, 0.1) * span, to: Math.floor(deadline + 24 * hourMs) };
      return wish.shootHours === null && chance.oneIn(4) ? { ...work, postponed } : work;
    }
    case "due_soon": {
      const deadline = nowMs + Math.min(0.6 * span, chance.between(1, 7) * hourMs);
      return started(dueAt(wish, deadline, nowMs, chance), nowMs, chance);
    }
    case "overdue":
      return started(dueAt(wish, nowMs - chance.between(2, 40) * hourMs, nowMs, chance), nowMs, chance);
    case "revised": {
      const revised = nowMs - chance.between(0.2, 0.7) * rushMs(wish);
      return { ...done(wish, revised - chance.between(1, 20) * hourMs, chance), revised };
    }
    case "completed":
      return done(wish, nowMs - chance.between(0.5, 60) * hourMs, chance);
    default:
      return confirmed(wish, chance, nowMs);
  }
};

const noWork = {
  started: null,
  completed: null,
  revised: null,
  completedAgain: null,
  confirmed: null,
  postponed: null,
  shoot: null,
};

const confirmed = (wish: TimelineWish, chance: Chance, nowMs: number): Work => {
  const at = nowMs - dayMs * (0.3 + wish.age * daysBack);
  const lastCompleted = at - chance.between(0.5, 30) * hourMs;
  if (!chance.oneIn(4)) return { ...done(wish, lastCompleted, chance), confirmed: at };
  const revised = lastCompleted - chance.between(0.3, 0.9) * rushMs(wish);
  const first = done(wish, revised - chance.between(0.5, 20) * hourMs, chance);
  return { ...first, revised, completedAgain: lastCompleted, confirmed: at };
};

/** Completed at this moment, mostly in time. */
const done = (wish: TimelineWish, completed: number, chance: Chance): Work => {
  if (wish.shootHours !== null) {
    // The day before, so that the end lies before the completion at whatever hour that is.
    const shoot = shootFrom(inDaytime(completed - dayMs), wish.shootHours);
    const approved = shoot.start - chance.between(20, 90) * hourMs;
    return { ...noWork, approved, started: shoot.start - 0.2 * hourMs, completed, shoot };
  }
  const span = spanMs(wish);
  const taken = span * (chance.oneIn(5) ? chance.between(1.05, 1.4) : chance.between(0.4, 0.95));
  const approved = completed - taken;
  return { ...noWork, approved, started: approved + taken * chance.between(0.05, 0.4), completed };
};

const started = (work: Work, nowMs: number, chance: Chance): Work => ({
  ...work,
  started: work.approved + (nowMs - work.approved) * chance.between(0.1, 0.7),
});

/** Approved such that it falls due at `deadline`. */
const dueAt = (wish: TimelineWish, deadline: number, nowMs: number, chance: Chance): Work => {
  if (wish.shootHours === null) return { ...noWork, approved: deadline - spanMs(wish) };
  const approved = Math.min(nowMs, deadline) - chance.between(10, 40) * hourMs;
  return { ...noWork, approved, shoot: shootFrom(deadline - wish.shootHours * hourMs, wish.shootHours) };
};

/** From approval to deadline. Of a shoot: as long as it is usually known before. */
const spanMs = (wish: TimelineWish): number => (wish.shootHours === null ? rushMs(wish) : 60 * hourMs);

/** What the priority alone allows. */
const rushMs = ({ priority, criteria }: TimelineWish): number => {
  const fields = { priority, requestType: null, scheduledEnd: null };
  return toMs(deadlineOf(fields, criteria, { at: isoTime(0), event: "approval" }).deadline);
};
