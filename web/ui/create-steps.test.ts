import { createRoot } from "solid-js";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

let touch: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.resetModules();
  vi.stubGlobal("addEventListener", (_: string, listener: () => void) => {
    touch = listener;
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const stepsOf = async (each: number) => {
  const { createSteps } = await import("./create-steps.ts");
  return createRoot((dispose) => ({ drawn: createSteps(each), dispose }));
};

it("draws some more in every task, and all in the end", async () => {
  const { drawn } = await stepsOf(40);
  expect(drawn()).toBe(40);
  vi.advanceTimersToNextTimer();
  expect(drawn()).toBe(80);
  vi.runAllTimers();
  expect(drawn()).toBe(Number.POSITIVE_INFINITY);
  expect(vi.getTimerCount()).toBe(0);
});

it("draws all of it as soon as a hand is there", async () => {
  const { drawn } = await stepsOf(1);
  touch();
  vi.advanceTimersToNextTimer();
  expect(drawn()).toBe(Number.POSITIVE_INFINITY);
  const later = await stepsOf(1);
  expect(later.drawn()).toBe(Number.POSITIVE_INFINITY);
});

it("stops with what it was drawn for", async () => {
  const { dispose } = await stepsOf(1);
  dispose();
  expect(vi.getTimerCount()).toBe(0);
});
