/**
 * A feed's event id: where in the changes it stands, and by which rights it was filtered. With other rights than then,
 * rows that did not change may have become readable, so the feed starts over.
 */
import type { Directory, Person } from "../../shared/access/directory.ts";
import { isCreativeManager, isDepartmentManager } from "../../shared/access/relations.ts";

export const writeFeedCursor = (position: string, rights: string): string => `${position}~${rights}`;

/** The position to continue from; empty for the start. */
export const readFeedCursor = (cursor: string, rights: string): string => {
  const [position = "", of = ""] = cursor.split("~");
  return of === rights && /^\d{1,20}(\.[0-9A-Za-z-]{0,36})?$/.test(position) ? position : "";
};

/** What a person's reading depends on apart from the tickets themselves. */
export const readingRights = (person: Person, directory: Directory): string => {
  const managed = [...directory.departments.keys()].filter((id) => isDepartmentManager(person, id, directory));
  return [person.role, isCreativeManager(person, directory) ? "creative" : "own", ...managed.sort()].join("+");
};

/** Whether position `a` lies behind `b`. Positions are `<transaction>.<ticket id>`: the number counts, then the id. */
export const isAfter = (a: string, b: string): boolean => {
  const [transactionA = "", idA = ""] = a.split(".");
  const [transactionB = "", idB = ""] = b.split(".");
  const difference = BigInt(transactionA) - BigInt(transactionB);
  return difference > 0n || (difference === 0n && idA > idB);
};
