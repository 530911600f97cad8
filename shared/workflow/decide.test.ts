/** What each action does beside moving the ticket. */
import { describe, expect, test } from "vitest";
import { sampleNowMs, sampleTicket } from "../sample-tickets.ts";
import { directory, people } from "../sample-world.ts";
import { ask, at, having, idOf, nowMs, refusalOf } from "../testing/ask.ts";
import { fingerprint } from "../ticket/fingerprint.ts";
import type { Ticket } from "../ticket/ticket.ts";
import { hourMs, isoTime } from "../time.ts";
import type { Action } from "./actions.ts";
import { decide } from "./decide.ts";

const edited = (ticket: Ticket, fields: Partial<Ticket["fields"]>): Ticket => ({
  ...ticket,
  fields: { ...ticket.fields, ...fields },
});

describe("you approved what you saw", () => {
  const steps = [
    ["requested", "marketing-head"],
    ["pending_creative", "creative-head"],
  ] as const;

  test.each(steps)("in %s a brief that changed since holds the approval", (status, approver) => {
    const ticket = sampleTicket(status);
    const seen = fingerprint(ticket.fields, ticket.brief);
    const changed = edited(ticket, { title: "Another campaign" });
    const now = fingerprint(changed.fields, changed.brief);
    expect(refusalOf(changed, approver, { type: "approve", seen })).toEqual({
      code: "brief_changed",
      facts: { seen, now },
    });
    expect(ask(changed, approver, { type: "approve", seen: now }).accepted).toBe(true);
  });

  test.each(steps)("in %s more white space holds nothing", (status, approver) => {
    const ticket = sampleTicket(status);
    const seen = fingerprint(ticket.fields, ticket.brief);
    expect(ask({ ...ticket, brief: `\n ${ticket.brief} ` }, approver, { type: "approve", seen }).accepted).toBe(true);
  });

  test("an approval that does not say what was seen is not held", () => {
    expect(ask(sampleTicket("requested"), "marketing-head", { type: "approve" }).accepted).toBe(true);
  });
});

describe("an approval of one step is not one of the other", () => {
  test("an admin's late first approval does not become the second", () => {
    expect(refusalOf(sampleTicket("pending_creative"), "admin", { type: "approve", step: "department" })).toEqual({
      code: "wrong_status",
      facts: {
        status: "pending_creative",
        action: "approve",
        by: idOf("marketing-head"),
        at: isoTime(sampleNowMs + 2 * hourMs),
      },
    });
  });

  test("the step that was meant is approved", () => {
    const department = ask(sampleTicket("requested"), "admin", { type: "approve", step: "department" });
    expect(department).toMatchObject({ to: "pending_creative" });
    const creative = ask(sampleTicket("pending_creative"), "admin", { type: "approve", step: "creative" });
    expect(creative).toMatchObject({ to: "approved" });
  });
});

describe("the second approval", () => {
  const suggestedAssignees = [idOf("creative-3"), idOf("marketing-2"), idOf("creative-1"), idOf("creative-3")];
  const pending = sampleTicket("pending_creative", { fields: { suggestedAssignees } });

  test("puts the suggested people on the ticket: the first as main assignee, once each, no others than creatives", () => {
    expect(having(pending, "creative-head", { type: "approve" }).state).toMatchObject({
      creativeApproval: { by: idOf("creative-head"), at, passed: false },
      assignee: idOf("creative-3"),
      collaborators: [idOf("creative-1")],
      assignedAt: at,
    });
  });

  test("or the people it names instead", () => {
    const named = { assignee: idOf("creative-2"), collaborators: [idOf("creative-1"), idOf("creative-2")] };
    expect(having(pending, "creative-head", { type: "approve", ...named }).state).toMatchObject({
      assignee: idOf("creative-2"),
      collaborators: [idOf("creative-1")],
    });
    const alone = having(pending, "creative-head", { type: "approve", assignee: idOf("creative-2") });
    expect(alone.state.collaborators).toEqual([]);
  });

  test("refuses people who cannot take it on", () => {
    const named = { assignee: idOf("creative-2"), collaborators: [idOf("sales-1")] };
    expect(refusalOf(pending, "creative-head", { type: "approve", ...named })).toEqual({
      code: "invalid_assignee",
      facts: { people: [idOf("sales-1")] },
    });
  });

  test("leaves a ticket unassigned where nobody is suggested", () => {
    expect(having(sampleTicket("pending_creative"), "creative-head", { type: "approve" }).state).toMatchObject({
      status: "approved",
      assignee: null,
      assignedAt: null,
    });
  });

  test("keeps the people of an earlier round where nobody is suggested", () => {
    const { state } = sampleTicket("approved");
    const again = { ...sampleTicket("pending_creative"), state: { ...state, status: "pending_creative" as const } };
    expect(having(again, "creative-head", { type: "approve" }).state).toMatchObject({
      assignee: idOf("creative-1"),
      collaborators: [idOf("creative-2")],
    });
  });

  test("starts the deadline", () => {
    const urgent = edited(pending, { priority: "urgent" });
    expect(having(urgent, "creative-head", { type: "approve" }).state).toMatchObject({
      deadline: isoTime(nowMs + 2 * hourMs),
      deadlineReason: "urgent image: 2 h from approval",
    });
  });
});

describe("a rejection", () => {
  test("says who, when, why and from where; the people stay, the deadline goes", () => {
    const { state } = having(sampleTicket("in_progress"), "creative-head", { type: "reject", reason: "Cancelled." });
    expect(state).toMatchObject({
      rejection: { by: idOf("creative-head"), at, reason: "Cancelled.", from: "in_progress" },
      assignee: idOf("creative-1"),
      collaborators: [idOf("creative-2")],
      deadline: null,
      deadlineReason: null,
    });
  });
});

describe("an assignment", () => {
  const approved = sampleTicket("approved");

  test("names one main assignee; collaborators it does not mention stay", () => {
    expect(having(approved, "creative-head", { type: "assign", assignee: idOf("creative-3") }).state).toMatchObject({
      assignee: idOf("creative-3"),
      collaborators: [idOf("creative-2")],
      assignedAt: at,
    });
    const promoted = having(approved, "creative-head", { type: "assign", assignee: idOf("creative-2") });
    expect(promoted.state.collaborators).toEqual([]);
  });

  test("of somebody who is no longer active is refused", () => {
    const left = new Map(directory.people).set(idOf("creative-3"), { ...people["creative-3"], isActive: false });
    const action: Action = { type: "assign", actor: idOf("creative-head"), assignee: idOf("creative-3") };
    const context = { nowMs, directory: { ...directory, people: left } };
    expect(decide(approved, action, people["creative-head"], context)).toMatchObject({
      refusal: { code: "invalid_assignee", facts: { people: [idOf("creative-3")] } },
    });
  });
});

describe("a schedule", () => {
  const times = { scheduledStart: isoTime(nowMs + hourMs), scheduledEnd: isoTime(nowMs + 2 * hourMs) };

  test("before approval is written down, no more", () => {
    const requested = sampleTicket("requested", { requestType: "videoshoot" });
    const scheduled = having(requested, "marketing-1", { type: "schedule", ...times });
    expect(scheduled.fields).toMatchObject(times);
    expect(scheduled.state).toEqual(requested.state);
  });

  test("after approval moves the deadline with it", () => {
    const approved = sampleTicket("approved", { requestType: "videoshoot" });
    expect(having(approved, "creative-head", { type: "schedule", ...times }).state).toMatchObject({
      deadline: times.scheduledEnd,
      deadlineReason: "shoot: scheduled end",
    });
  });

  test("ends after it starts", () => {
    const shoot = sampleTicket("approved", { requestType: "photoshoot" });
    const backwards = { scheduledStart: times.scheduledEnd, scheduledEnd: times.scheduledStart };
    expect(refusalOf(shoot, "creative-head", { type: "schedule", ...backwards })).toEqual({
      code: "invalid_arguments",
      facts: { fields: { scheduledEnd: "end_before_start" } },
    });
  });

  test("is for shoots", () => {
    expect(refusalOf(sampleTicket("approved"), "creative-head", { type: "schedule", ...times })).toEqual({
      code: "not_a_shoot",
      facts: { requestType: "website_banner" },
    });
  });
});

test("a deadline that was set keeps the reason that was given", () => {
  const deadline = isoTime(nowMs + hourMs);
  const { state } = having(sampleTicket("approved"), "creative-head", {
    type: "set_deadline",
    deadline,
    reason: "Fair",
  });
  expect(state).toMatchObject({ deadline, deadlineReason: "Fair" });
});

describe("start and complete", () => {
  test("say who and when", () => {
    const started = having(sampleTicket("approved"), "creative-2", { type: "start" });
    expect(started.state).toMatchObject({ startedAt: at, startedBy: idOf("creative-2") });
    const completed = having(started, "creative-1", { type: "complete" });
    expect(completed.state).toMatchObject({ completedAt: at, completedBy: idOf("creative-1"), actualEnd: null });
  });

  test.each([
    ["as told", isoTime(nowMs - hourMs), isoTime(nowMs - hourMs)],
    ["now, unless told", undefined, at],
    ["now, where a fast clock says later", isoTime(nowMs + hourMs), at],
  ])("a shoot really ended %s", (_, actualEnd, expected) => {
    const shoot = sampleTicket("in_progress", { requestType: "photoshoot" });
    expect(having(shoot, "creative-1", { type: "complete", actualEnd }).state.actualEnd).toBe(expected);
  });
});

describe("a completed ticket", () => {
  const completed = sampleTicket("completed");
  const confirmed = having(completed, "marketing-1", { type: "confirm" });

  test("is confirmed once", () => {
    expect(confirmed.state).toMatchObject({ status: "completed", confirmedAt: at, confirmedBy: idOf("marketing-1") });
    const told = { code: "already_confirmed", facts: { by: idOf("marketing-1"), at } };
    expect(refusalOf(confirmed, "admin", { type: "confirm" })).toEqual(told);
    expect(refusalOf(confirmed, "marketing-1", { type: "request_revision", comment: "Wait" })).toEqual(told);
  });

  test("goes back for a revision with a fresh deadline, as often as it takes", () => {
    const back = having(completed, "marketing-1", { type: "request_revision", comment: "Warmer light." });
    expect(back.state).toMatchObject({
      status: "in_progress",
      revisionCount: 1,
      revision: { by: idOf("marketing-1"), at, comment: "Warmer light." },
      completedAt: null,
      completedBy: null,
      actualEnd: null,
      startedAt: completed.state.startedAt,
      deadline: isoTime(nowMs + 72 * hourMs),
      deadlineReason: "medium: 72 h from revision",
    });
    const again = having(back, "creative-1", { type: "complete" });
    const third = having(again, "marketing-1", { type: "request_revision", comment: "Still." });
    expect(third.state.revisionCount).toBe(2);
  });
});

test("the trash says by whom and when, and gives the ticket back as it was", () => {
  const ticket = sampleTicket("in_progress");
  const trashed = having(ticket, "marketing-head", { type: "trash" });
  expect(trashed.state).toEqual({ ...ticket.state, trashed: { by: idOf("marketing-head"), at } });
  expect(refusalOf(trashed, "creative-1", { type: "complete" })).toEqual({
    code: "trashed",
    facts: { by: idOf("marketing-head"), at },
  });
  expect(having(trashed, "creative-head", { type: "restore" })).toEqual(ticket);
  expect(refusalOf(ticket, "creative-head", { type: "restore" })).toEqual({ code: "not_trashed", facts: {} });
});

test("only what differs is changed", () => {
  const decision = ask(sampleTicket("in_progress"), "creative-head", {
    type: "assign",
    assignee: idOf("creative-1"),
    collaborators: [idOf("creative-2")],
  });
  expect(decision).toEqual({
    accepted: true,
    from: "in_progress",
    to: "in_progress",
    changes: { state: { assignedAt: at }, fields: {} },
  });
});
