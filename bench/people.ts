/** The sample company with a few hundred more in the creative department, all of whom may work on every ticket. */
import * as v from "valibot";
import type { Directory, Person } from "../shared/access/directory.ts";
import { UserIdSchema } from "../shared/ids.ts";
import { departments, directory as sampleDirectory } from "../shared/sample-world.ts";

export const peopleCount = 400;

const benchPerson = (index: number): Person => ({
  id: v.parse(UserIdSchema, `0190a000-0000-7000-8900-${String(index).padStart(12, "0")}`),
  username: `bench-${index}`,
  firstName: "Bench",
  lastName: String(index),
  role: "manager",
  department: departments.creative.id,
  isActive: true,
});

export const benchPeople: readonly Person[] = Array.from({ length: peopleCount }, (_, index) => benchPerson(index));

export const benchDirectory: Directory = {
  ...sampleDirectory,
  people: new Map([...sampleDirectory.people, ...benchPeople.map((person) => [person.id, person] as const)]),
};

/** Spreads sockets over people: nobody has hundreds. */
export const personFor = (index: number): Person => benchPeople[index % peopleCount] as Person;
