import { describe, expect, test } from "vitest";
import { sampleTicket } from "../sample-tickets.ts";
import { departments, directory, people, type SampleUsername } from "../sample-world.ts";
import { accessFacts } from "../ticket/summary.ts";
import type { Directory, Person } from "./directory.ts";
import { isCreativeMember, isDepartmentManager, relationsOf } from "./relations.ts";

const facts = accessFacts(sampleTicket("approved", { fields: { suggestedAssignees: [people["creative-3"].id] } }));
const workedOn = { ...facts, assignee: people["creative-1"].id, collaborators: [people["creative-2"].id] };

test.each<[SampleUsername, string[]]>([
  ["marketing-1", ["requester"]],
  ["creative-1", ["assignee"]],
  ["creative-2", ["collaborator"]],
  ["creative-3", ["suggested"]],
  ["marketing-head", ["departmentManager"]],
  ["creative-head", ["creativeManager"]],
  ["admin", ["departmentManager", "creativeManager", "admin"]],
  ["marketing-2", []],
  ["sales-head", []],
])("%s is %j to a ticket of Marketing", (username, expected) => {
  expect([...relationsOf(people[username], workedOn, directory)]).toEqual(expected);
});

test("a person can be several things to one ticket", () => {
  const own = { ...workedOn, requester: people["creative-1"].id };
  expect([...relationsOf(people["creative-1"], own, directory)]).toEqual(["requester", "assignee"]);
});

test("whoever is no longer active is nothing to any ticket", () => {
  for (const person of Object.values(people)) {
    expect(relationsOf({ ...person, isActive: false }, workedOn, directory).size, person.username).toBe(0);
  }
});

describe("department manager", () => {
  const headedBySales1: Directory = {
    ...directory,
    departments: new Map([
      [departments.marketing.id, { ...departments.marketing, head: people["sales-1"].id }],
      [departments.sales.id, { ...departments.sales, head: null }],
    ]),
  };
  const marketing = departments.marketing.id;

  test.each<[string, Person, boolean]>([
    ["the head, wherever they work", people["sales-1"], true],
    ["a manager who works in it, though not its head", people["marketing-head"], true],
    ["a manager of another department", people["sales-head"], false],
    ["a member of it", people["marketing-1"], false],
    ["an admin", people.admin, true],
    ["a head who is no longer active", { ...people["sales-1"], isActive: false }, false],
  ])("%s", (_, person, expected) => {
    expect(isDepartmentManager(person, marketing, headedBySales1)).toBe(expected);
  });

  test("of no department: admins only", () => {
    expect(isDepartmentManager(people["marketing-head"], null, directory)).toBe(false);
    expect(isDepartmentManager(people.admin, null, directory)).toBe(true);
  });
});

test("creative members are the active people of creative departments, their head included", () => {
  const members = Object.values(people).filter((person) => isCreativeMember(person, directory));
  expect(members.map(({ username }) => username)).toEqual(["creative-head", "creative-1", "creative-2", "creative-3"]);
  expect(isCreativeMember({ ...people["creative-1"], isActive: false }, directory)).toBe(false);
});
