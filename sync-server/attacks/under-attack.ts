import { afterAll, beforeAll, expect } from "vitest";
import { type HealthWatch, watchHealth } from "./health-watch.ts";
import { startTarget, type Target } from "./target.ts";

/** Longest answer of the health check while a file's attacks go on, in milliseconds. */
const healthLimitMs = 500;

/**
 * A server for all attacks of a file. In the end it is the process that began, has complained of nothing – but for the
 * `warnings` that name what was refused –, and was healthy all the time.
 */
export const underAttack = (warnings: readonly string[] = []): (() => Target) => {
  let target: Target | null = null;
  let health: HealthWatch | null = null;
  beforeAll(async () => {
    target = await startTarget();
    health = watchHealth(target.origin, target.pid);
  });
  afterAll(async () => {
    if (target === null || health === null) return;
    const { slowestMs, answers, failures } = await health.stop();
    const [isRunning, output] = [target.isRunning(), target.output()];
    await target.stop();
    expect(failures).toEqual([]);
    expect(answers).toBeGreaterThan(0);
    expect(slowestMs).toBeLessThan(healthLimitMs);
    expect(isRunning).toBe(true);
    const [address, ...complaints] = output.trimEnd().split("\n");
    expect(address).toMatch(/^Slate is at /);
    expect(complaints.filter((line) => !warnings.some((warning) => line.includes(`"msg":"${warning}"`)))).toEqual([]);
  });
  return () => {
    if (target === null) throw new Error("the server runs while tests do");
    return target;
  };
};
