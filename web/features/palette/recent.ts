/** What this person chose last in the palette, newest first. On this device only, gone when they sign out. */
import { mineOnDevice } from "../../platform/mine-on-device.ts";

const keptAtMost = 5;
const store = mineOnDevice("recent");

export const recentIds = (): string[] => {
  const parsed: unknown = JSON.parse(store.read() ?? "[]");
  return Array.isArray(parsed) ? parsed.filter((id) => typeof id === "string") : [];
};

export const rememberChoice = (id: string): void => store.write(JSON.stringify(withChoice(recentIds(), id)));

export const withChoice = (ids: readonly string[], id: string): string[] =>
  [id, ...ids.filter((other) => other !== id)].slice(0, keptAtMost);
