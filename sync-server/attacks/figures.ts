import { onTestFinished } from "vitest";
import type { Target } from "./target.ts";

/** One of the figures the server tells about itself. */
export const figure = async ({ origin }: Pick<Target, "origin">, name: string): Promise<number> => {
  const text = await (await fetch(`${origin}/metrics`)).text();
  const value = new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1];
  if (value === undefined) throw new Error(`there is no ${name}`);
  return Number(value);
};

/** Looks at a figure all the time; `stop` gives the highest. */
export const watchFigure = (target: Pick<Target, "origin">, name: string): { stop(): Promise<number> } => {
  let highest = 0;
  let isStopped = false;
  const watching = (async () => {
    while (!isStopped) {
      highest = Math.max(highest, await figure(target, name));
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  })();
  const stop = async () => {
    isStopped = true;
    await watching;
    return highest;
  };
  onTestFinished(() => void stop());
  return { stop };
};
