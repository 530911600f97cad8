import { describe, expect, test } from "vitest";
import { sampleTicket } from "../sample-tickets.ts";
import { departments, directory, people } from "../sample-world.ts";
import { accessFacts } from "../ticket/summary.ts";
import { type Status, statuses } from "../ticket/ticket.ts";
import { approversOf } from "./approvers.ts";

const factsIn = (status: Status) => accessFacts(sampleTicket(status));

test("the first approval waits for the department's managers, the second for the creative ones", () => {
  expect(approversOf(factsIn("requested"), directory)).toEqual({
    people: [people["marketing-head"].id],
    isAdminQueue: false,
  });
  expect(approversOf(factsIn("pending_creative"), directory)).toEqual({
    people: [people["creative-head"].id],
    isAdminQueue: false,
  });
});

test.each(statuses.filter((status) => status !== "requested" && status !== "pending_creative"))(
  "%s waits for no approval",
  (status) => {
    expect(approversOf(factsIn(status), directory)).toBeNull();
  },
);

test("nor does a ticket in the trash", () => {
  const { createdAt } = sampleTicket("requested").state;
  const trashed = { by: people.admin.id, at: createdAt ?? never() };
  expect(approversOf({ ...factsIn("requested"), trashed }, directory)).toBeNull();
});

describe("where no approver can be found the ticket waits for the admins", () => {
  const withoutHead = new Map(directory.departments).set(departments.marketing.id, {
    ...departments.marketing,
    head: null,
  });
  const withInactive = new Map(directory.people).set(people["marketing-head"].id, {
    ...people["marketing-head"],
    isActive: false,
  });

  test("because the department has neither head nor active manager", () => {
    expect(approversOf(factsIn("requested"), { ...directory, departments: withoutHead, people: withInactive })).toEqual(
      {
        people: [people.admin.id],
        isAdminQueue: true,
      },
    );
  });

  test("because its head is no longer active", () => {
    expect(approversOf(factsIn("requested"), { ...directory, people: withInactive })?.isAdminQueue).toBe(true);
  });
});

function never(): never {
  throw new Error("sample tickets have a date");
}
