/** Who may read and write what, in which status: written down again, independently of the table in permissions.ts. */
import { describe, expect, test } from "vitest";
import { sampleNowMs, sampleTicket } from "../sample-tickets.ts";
import { departments, directory, people, type SampleUsername } from "../sample-world.ts";
import { type AccessFacts, accessFacts } from "../ticket/summary.ts";
import { type Status, statuses } from "../ticket/ticket.ts";
import { isoTime } from "../time.ts";
import { can, canEditField, canRead } from "./can.ts";
import { type Permission, readRelations } from "./permissions.ts";

/** One person for each relation, and two for none. */
const cast: SampleUsername[] = [
  "marketing-1", // requester
  "creative-1", // assignee
  "creative-2", // collaborator
  "creative-3", // suggested
  "marketing-head", // department manager
  "creative-head", // creative manager
  "admin",
  "marketing-2",
  "sales-head",
];

const factsIn = (status: Status): AccessFacts => ({
  ...accessFacts(sampleTicket("draft")),
  status,
  assignee: people["creative-1"].id,
  collaborators: [people["creative-2"].id],
  suggestedAssignees: [people["creative-3"].id],
});

/** r a c s d m A x X, in the order of the cast; a dot where the answer is no. */
const letters = [..."racsdmAxX"];
const whoMay = (permission: Permission, facts: AccessFacts): string =>
  cast.map((name, i) => (can(people[name], permission, facts, directory) ? letters[i] : ".")).join("");

const team = "racsdmA..";
const author = "r........";
const nobody = ".........";

const whoeverReads: Record<Status, string> = {
  draft: author,
  requested: team,
  pending_creative: team,
  approved: team,
  in_progress: team,
  completed: team,
  rejected: team,
};

describe.each<[Permission, Record<Status, string>]>([
  ["read", whoeverReads],
  ["comment", whoeverReads],
  ["attach", whoeverReads],
  ["editDescription", { ...whoeverReads, completed: nobody }],
  [
    "editField",
    {
      draft: author,
      requested: "r...dmA..",
      pending_creative: "....dmA..",
      approved: ".....mA..",
      in_progress: ".....mA..",
      completed: nobody,
      rejected: "r...dmA..",
    },
  ],
])("%s", (permission, expected) => {
  test.each(statuses)("%s", (status) => {
    expect(whoMay(permission, factsIn(status))).toBe(expected[status]);
  });
});

test.each(statuses)("in the trash, nothing but reading: %s", (status) => {
  const trashed = { ...factsIn(status), trashed: { by: people.admin.id, at: isoTime(sampleNowMs) } };
  expect(whoMay("read", trashed)).toBe(status === "draft" ? author : team);
  for (const permission of ["comment", "attach", "editDescription", "editField"] as const) {
    expect(whoMay(permission, trashed), permission).toBe(nobody);
  }
});

test("a help desk ticket cannot be read before there is a help desk", () => {
  expect(whoMay("read", { ...factsIn("requested"), kind: "support" })).toBe(nobody);
});

test("SQL asks for the same relations", () => {
  expect(readRelations).toEqual([
    "requester",
    "assignee",
    "collaborator",
    "suggested",
    "departmentManager",
    "creativeManager",
  ]);
  expect(canRead(people["creative-3"], factsIn("requested"), directory)).toBe(true);
});

describe("fields with a rule of their own", () => {
  const author = people["marketing-1"];

  test("kind: only while a draft", () => {
    expect(canEditField(author, "kind", factsIn("draft"), directory)).toBe(true);
    expect(canEditField(author, "kind", factsIn("requested"), directory)).toBe(false);
    expect(canEditField(people.admin, "kind", factsIn("requested"), directory)).toBe(false);
  });

  test.each<[string, SampleUsername, Status, unknown, boolean]>([
    ["the author names their own", "marketing-1", "draft", departments.marketing.id, true],
    ["the author names another", "marketing-1", "draft", departments.sales.id, false],
    ["the author takes it out of a draft", "marketing-1", "draft", null, true],
    ["the author takes it out of a submitted ticket", "marketing-1", "requested", null, false],
    [
      "a creative manager names their own, not the requester's",
      "creative-head",
      "approved",
      departments.creative.id,
      false,
    ],
    ["an admin names another", "admin", "requested", departments.sales.id, true],
    ["an admin takes it out", "admin", "requested", null, false],
    ["an admin's choice is offered", "admin", "requested", undefined, true],
    ["others have no choice to be offered", "marketing-head", "requested", undefined, false],
  ])("department: %s", (_, username, status, value, expected) => {
    expect(canEditField(people[username], "department", factsIn(status), directory, value)).toBe(expected);
  });
});
