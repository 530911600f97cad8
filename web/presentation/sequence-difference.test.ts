import { describe, expect, it } from "vitest";
import { sequenceDifference } from "./sequence-difference.ts";

const told = (before: string, after: string) =>
  sequenceDifference([...before], [...after], (one, other) => one === other).map(
    ({ kind, before: was, after: is }) => ({ same: "=", removed: "-", added: "+" })[kind] + (is ?? was ?? ""),
  );

describe("the difference of two sequences", () => {
  it.each([
    ["", "", []],
    ["abc", "abc", ["=a", "=b", "=c"]],
    ["", "ab", ["+a", "+b"]],
    ["ab", "", ["-a", "-b"]],
    ["abcd", "abxd", ["=a", "=b", "-c", "+x", "=d"]],
    ["abcabba", "cbabac", ["-a", "-b", "=c", "-a", "=b", "+a", "=b", "=a", "+c"]],
    ["aa", "aaa", ["=a", "=a", "+a"]],
  ])("%j to %j", (before, after, steps) => {
    expect(told(before, after)).toEqual(steps);
  });

  it("leads from the one to the other, however long they are", () => {
    const before = Array.from({ length: 2_000 }, (_, i) => `w${i % 7}`);
    const after = before.map((word, i) => (i % 3 === 0 ? `n${i}` : word));
    const steps = sequenceDifference(before, after, (one, other) => one === other);
    expect(steps.flatMap((step) => step.before ?? [])).toEqual(before);
    expect(steps.flatMap((step) => step.after ?? [])).toEqual(after);
  });
});
