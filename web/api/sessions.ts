import * as v from "valibot";
import type { IsoTime } from "../../shared/time.ts";
import { IsoTimeSchema } from "../../shared/time.ts";
import { deleteJson, getJson } from "./request.ts";

const SessionsSchema = v.object({
  results: v.array(
    v.object({ id: v.string(), is_current: v.boolean(), last_seen_at: IsoTimeSchema, user_agent: v.string() }),
  ),
});

/** A place where one is signed in. */
export interface OpenSession {
  id: string;
  isCurrent: boolean;
  lastSeenAt: IsoTime;
  userAgent: string;
}

/** One's own, this one first; null when the server cannot be reached. */
export const readSessions = async (): Promise<OpenSession[] | null> => {
  const answer = await getJson("/api/auth/sessions/");
  const parsed = v.safeParse(SessionsSchema, answer.ok ? answer.value : null);
  if (!parsed.success) return null;
  return parsed.output.results
    .map(({ id, is_current, last_seen_at, user_agent }) => ({
      id,
      isCurrent: is_current,
      lastSeenAt: last_seen_at,
      userAgent: user_agent,
    }))
    .sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent));
};

export const endSession = (id: string) => deleteJson("/api/auth/sessions/", { id });
export const endOtherSessions = () => deleteJson("/api/auth/sessions/", {});
