import { describe, expect, it } from "vitest";
import { addCounts, countPlaywright, countPrinted, countVitest, noCounts, oneFor } from "./counts.ts";

describe("counting tests", () => {
  it("adds up", () => {
    expect(addCounts([{ passed: 3, failed: 1 }, oneFor(true), oneFor(false), noCounts])).toEqual({
      passed: 4,
      failed: 2,
    });
  });

  const file = (status: string, assertions: number) => ({ status, assertionResults: Array(assertions).fill({}) });
  it.each([
    { what: "all well", report: [5, 0, [file("passed", 5)]], ok: true, counts: { passed: 5, failed: 0 } },
    { what: "a failed test", report: [4, 1, [file("failed", 5)]], ok: false, counts: { passed: 4, failed: 1 } },
    {
      what: "a file that does not load",
      report: [4, 0, [file("failed", 0)]],
      ok: false,
      counts: { passed: 4, failed: 1 },
    },
    {
      what: "an error outside any test",
      report: [4, 0, [file("passed", 4)]],
      ok: false,
      counts: { passed: 4, failed: 1 },
    },
    { what: "nothing that ran", report: [0, 0, []], ok: true, counts: { passed: 0, failed: 1 } },
  ] as const)("Vitest: $what", ({ report: [numPassedTests, numFailedTests, testResults], ok, counts }) => {
    expect(countVitest({ numPassedTests, numFailedTests, testResults: [...testResults] }, ok)).toEqual(counts);
  });

  it.each([
    { what: "all well", stats: [7, 0, 0], ok: true, counts: { passed: 7, failed: 0 } },
    { what: "a failed story", stats: [6, 1, 0], ok: false, counts: { passed: 6, failed: 1 } },
    { what: "one that passed at its second try", stats: [6, 0, 1], ok: true, counts: { passed: 6, failed: 1 } },
    { what: "nothing that ran", stats: [0, 0, 0], ok: false, counts: { passed: 0, failed: 1 } },
  ] as const)("Playwright: $what", ({ stats: [expected, unexpected, flaky], ok, counts }) => {
    expect(countPlaywright({ stats: { expected, unexpected, flaky } }, ok)).toEqual(counts);
  });

  it("takes a missing report for a failure", () => {
    expect([countVitest(null, true), countPlaywright(null, true)]).toEqual([oneFor(false), oneFor(false)]);
  });

  it.each([
    { output: "seed 3\n2 passed, 1 failed\n1000 passed, 0 failed\n", ok: true, counts: { passed: 1000, failed: 0 } },
    { output: "998 passed, 2 failed", ok: false, counts: { passed: 998, failed: 2 } },
    { output: "it broke", ok: false, counts: { passed: 0, failed: 1 } },
    { output: "", ok: true, counts: { passed: 0, failed: 1 } },
  ])("reads '$output'", ({ output, ok, counts }) => {
    expect(countPrinted(output, ok)).toEqual(counts);
  });
});
