import { describe, expect, it } from "vitest";
import { isLeaseOver } from "./lease.ts";

const day = 24 * 60 * 60_000;
const now = Date.UTC(2026, 10, 28);

describe("[T34] the lease of a device", () => {
  it.each([
    { what: "just now", last: now, isOver: false },
    { what: "14 days ago", last: now - 14 * day, isOver: false },
    { what: "a moment more", last: now - 14 * day - 1, isOver: true },
    { what: "never: it is new", last: 0, isOver: false },
    { what: "in the future: its clock was put back", last: now + day, isOver: false },
  ])("in touch $what: $isOver", ({ last, isOver }) => expect(isLeaseOver(last, now)).toBe(isOver));
});
