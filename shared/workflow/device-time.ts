import type { Action } from "./actions.ts";

const lastMs = Date.UTC(9999, 11, 31);

/** When the actor's device says an action was made, milliseconds since 1970; null when it says nothing one can use. */
export const deviceTimeMs = ({ at }: Pick<Action, "at">): number | null => {
  const ms = typeof at === "string" ? Date.parse(at) : at;
  return ms !== undefined && ms >= 0 && ms <= lastMs ? Math.floor(ms) : null;
};
