/** Everything that stays open for a session: when the session ends, it ends too, within two seconds (T3). */
import type { UserId } from "../../shared/ids.ts";
import { limits } from "../limits.ts";
import type { CallerPort } from "./caller.ts";
import type { Clock } from "./clock.ts";

export interface OpenSession {
  userId: UserId;
  sessionId: string;
  end(): void;
}

export interface OpenSessions {
  /** One more would be too many for this person or this session. */
  isFull(of: Pick<OpenSession, "userId" | "sessionId">): boolean;
  /** False when it is full. */
  add(open: OpenSession): boolean;
  remove(open: OpenSession): void;
  /** Ends what belongs to sessions that are over; call it as soon as one is. */
  check(): Promise<void>;
  count(): number;
  stop(): void;
}

export const createOpenSessions = (
  endedSessions: CallerPort["endedSessions"],
  clock: Clock,
  bounds: { perUser: number; perSession: number },
): OpenSessions => {
  const open = new Set<OpenSession>();
  let stopped = false;

  const check = async () => {
    if (open.size === 0) return;
    const ended = new Set(await endedSessions([...new Set([...open].map(({ sessionId }) => sessionId))]));
    for (const one of [...open]) if (ended.has(one.sessionId)) one.end();
  };
  const poll = () => {
    clock.setTimer(limits.revocationPollMs, () => {
      if (stopped) return;
      // Without the database nothing can be committed either; the next look finds what ended meanwhile.
      check().then(poll, poll);
    });
  };
  poll();

  const isFull: OpenSessions["isFull"] = ({ userId, sessionId }) => {
    let ofUser = 0;
    let ofSession = 0;
    for (const other of open) {
      if (other.userId === userId) ofUser++;
      if (other.sessionId === sessionId) ofSession++;
    }
    return ofUser >= bounds.perUser || ofSession >= bounds.perSession;
  };

  return {
    isFull,
    add: (one) => {
      if (isFull(one)) return false;
      open.add(one);
      return true;
    },
    remove: (one) => open.delete(one),
    check,
    count: () => open.size,
    stop: () => {
      stopped = true;
    },
  };
};
