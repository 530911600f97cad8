/** submit, resubmit and the passing rule. */
import { describe, expect, test } from "vitest";
import { sampleFields, sampleNowMs, sampleTicket } from "../sample-tickets.ts";
import { departments, directory, people, products, type SampleUsername } from "../sample-world.ts";
import { type Fields, requestTypes, type Status } from "../ticket/ticket.ts";
import { hourMs, isoTime } from "../time.ts";
import { applyChanges } from "./changes.ts";
import { decide } from "./decide.ts";

const nowMs = sampleNowMs + 24 * hourMs;
const at = isoTime(nowMs);
const context = { nowMs, directory, ticketNumber: 7 };

const submit = (requester: SampleUsername, fields: Partial<Fields> = {}) => {
  const actor = people[requester];
  const draft = sampleTicket("draft", { requester, fields });
  const decision = decide(draft, { type: "submit", actor: actor.id }, actor, context);
  if (!decision.accepted) throw new Error(decision.refusal.code);
  return applyChanges(draft, decision.changes);
};

describe("a step whose approver is the requester is passed", () => {
  test.each<[SampleUsername, Status, { dept: boolean; creative: boolean }]>([
    ["marketing-1", "requested", { dept: false, creative: false }],
    ["marketing-head", "pending_creative", { dept: true, creative: false }],
    ["creative-1", "pending_creative", { dept: true, creative: false }],
    ["creative-head", "approved", { dept: true, creative: true }],
    ["admin", "approved", { dept: true, creative: true }],
  ])("%s goes to %s", (requester, status, passed) => {
    const { state } = submit(requester);
    const asPassed = { by: people[requester].id, at, passed: true };
    expect(state.status).toBe(status);
    expect(state.deptApproval).toEqual(passed.dept ? asPassed : null);
    expect(state.creativeApproval).toEqual(passed.creative ? asPassed : null);
  });

  test("a manager of one department passes nothing in another", () => {
    expect(submit("sales-head", { department: departments.marketing.id }).state.status).toBe("requested");
  });

  test("who passes both starts the deadline and puts the suggested people on it", () => {
    const suggestedAssignees = [people["creative-2"].id, people["marketing-2"].id, people["creative-3"].id];
    const { state } = submit("creative-head", { suggestedAssignees });
    expect(state).toMatchObject({
      assignee: people["creative-2"].id,
      collaborators: [people["creative-3"].id],
      assignedAt: at,
      deadline: isoTime(nowMs + 72 * hourMs),
      deadlineReason: "medium: 72 h from approval",
    });
  });
});

describe("a submission", () => {
  test("gets its number and its time", () => {
    expect(submit("marketing-1").state).toMatchObject({ number: 7, submittedAt: at });
  });

  test("has no number where none is given out", () => {
    const { "marketing-1": actor } = people;
    const action = { type: "submit" as const, actor: actor.id };
    const decision = decide(sampleTicket("draft"), action, actor, { nowMs, directory });
    expect(decision).toMatchObject({ accepted: true, to: "requested" });
    expect(decision.accepted && "number" in decision.changes.state).toBe(false);
  });

  test("is of the requester's own department unless another is named", () => {
    expect(submit("sales-1", { department: null }).fields.department).toBe(departments.sales.id);
    expect(submit("admin", { department: departments.sales.id }).fields.department).toBe(departments.sales.id);
  });

  test("has its criteria written down", () => {
    const items = [
      { product: products.bannerAd.id, quantity: 1 },
      { product: products.videoAd.id, quantity: 1 },
    ];
    expect(submit("marketing-1", { ...sampleFields("ads"), items, department: null }).fields.criteria).toBe("video");
  });

  test.each(requestTypes)("of complete fields is accepted: %s", (requestType) => {
    expect(sampleTicket("requested", { requestType }).state.status).toBe("requested");
  });

  test("of incomplete fields is refused with what is wrong in each", () => {
    const { "marketing-1": actor } = people;
    const draft = sampleTicket("draft", { fields: { title: " ", criteria: null } });
    expect(decide(draft, { type: "submit", actor: actor.id }, actor, context)).toEqual({
      accepted: false,
      refusal: { code: "incomplete", facts: { fields: { title: "required", criteria: "required" } } },
    });
  });
});

describe("a resubmission", () => {
  const actor = people["marketing-1"];
  const resubmit = { type: "resubmit" as const, actor: actor.id };

  test("keeps the number, forgets the rejection and the approvals before it", () => {
    const approved = sampleTicket("approved");
    const head = people["creative-head"];
    const reject = decide(approved, { type: "reject", actor: head.id, reason: "No budget." }, head, context);
    if (!reject.accepted) throw new Error("not rejected");
    const rejected = applyChanges(approved, reject.changes);
    expect(rejected.state.deptApproval).not.toBeNull();

    const decision = decide(rejected, resubmit, actor, context);
    if (!decision.accepted) throw new Error("not resubmitted");
    expect(applyChanges(rejected, decision.changes).state).toMatchObject({
      status: "requested",
      number: 1042,
      submittedAt: at,
      rejection: null,
      deptApproval: null,
      creativeApproval: null,
    });
  });

  test("obeys the same passing rule: the requester has become an admin", () => {
    const decision = decide(sampleTicket("rejected"), resubmit, { ...actor, role: "admin" }, context);
    expect(decision).toMatchObject({ accepted: true, to: "approved" });
  });

  test("must be complete like the first", () => {
    const rejected = sampleTicket("rejected");
    const emptied = { ...rejected, fields: { ...rejected.fields, title: "" } };
    expect(decide(emptied, resubmit, actor, context)).toMatchObject({ refusal: { code: "incomplete" } });
  });
});
