import type { SeenBrief } from "../device.ts";
import { deviceLimits } from "./limits.ts";

/** What a remembered brief costs, in characters. */
export const seenSize = (seen: SeenBrief): number => JSON.stringify(seen).length;

/** The keys of the oldest looks, as many as must go for the rest to fit. */
export const tooMuchSeen = <Key>(
  looks: readonly { key: Key; at: string; size: number }[],
  most: number = deviceLimits.seenCharacters,
): Key[] => {
  let room = most;
  return [...looks]
    .sort((one, other) => (one.at < other.at ? 1 : -1))
    .filter(({ size }) => {
      room -= size;
      return room < 0;
    })
    .map(({ key }) => key);
};
