import { beforeEach, describe, expect, it } from "vitest";
import { people } from "../../shared/sample-world.ts";
import { limits } from "../limits.ts";
import { createFakeClock, type FakeClock } from "../testing/sync/fake-clock.ts";
import { createOpenSessions, type OpenSession, type OpenSessions } from "./open-sessions.ts";

const [mina, maren] = [people["marketing-1"].id, people["marketing-head"].id];
const bounds = { perUser: 4, perSession: 2 };

let clock: FakeClock;
let ended: Set<string>;
let isDatabaseUp: boolean;
let asked: number;
let sessions: OpenSessions;
beforeEach(() => {
  clock = createFakeClock(0);
  ended = new Set();
  isDatabaseUp = true;
  asked = 0;
  const endedSessions = async (ids: readonly string[]) => {
    asked++;
    if (!isDatabaseUp) throw new Error("no database");
    return ids.filter((id) => ended.has(id));
  };
  sessions = createOpenSessions(endedSessions, clock, bounds);
});

/** Something that stays open for a session, as a socket does. */
const open = (userId: typeof mina, sessionId: string) => {
  const one = {
    userId,
    sessionId,
    endedAt: null as number | null,
    end: () => {
      one.endedAt = clock.now();
      sessions.remove(one);
    },
  } satisfies OpenSession & { endedAt: number | null };
  return { one, isAdmitted: sessions.add(one) };
};

describe("[T3] what a session holds open ends with it", () => {
  it("within two seconds, all of it, and nothing of anybody else", async () => {
    const mine = [open(mina, "s1").one, open(mina, "s1").one];
    const others = [open(mina, "s2").one, open(maren, "s3").one];
    await clock.advance(10_500);
    ended.add("s1");
    await clock.advance(2_000);
    for (const one of mine) expect(one.endedAt).toBeLessThanOrEqual(12_500);
    for (const one of others) expect(one.endedAt).toBeNull();
    expect(sessions.count()).toBe(2);
  });

  it("at once where it ended on this node", async () => {
    const { one } = open(mina, "s1");
    ended.add("s1");
    await sessions.check();
    expect(one.endedAt).toBe(0);
  });

  it("as soon as the database answers again", async () => {
    const { one } = open(mina, "s1");
    isDatabaseUp = false;
    ended.add("s1");
    await clock.advance(30_000);
    expect(one.endedAt).toBeNull();
    isDatabaseUp = true;
    await clock.advance(limits.revocationPollMs);
    expect(one.endedAt).not.toBeNull();
  });

  it("and costs one question a look, none while nothing is open", async () => {
    await clock.advance(10_000);
    expect(asked).toBe(0);
    for (let i = 0; i < 2; i++) open(mina, `s${i}`);
    await clock.advance(limits.revocationPollMs);
    expect(asked).toBe(1);
    sessions.stop();
    await clock.advance(10_000);
    expect(asked).toBe(1);
  });
});

describe("[T6] so many sockets and no more", () => {
  it("of a session", () => {
    expect([1, 2, 3].map(() => open(mina, "s1").isAdmitted)).toEqual([true, true, false]);
  });

  it("of a person", () => {
    expect(["a", "b", "c", "d", "e"].map((session) => open(mina, session).isAdmitted)).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(open(maren, "f").isAdmitted).toBe(true);
  });

  it("one that is gone makes room for another", () => {
    const { one } = open(mina, "s1");
    open(mina, "s1");
    sessions.remove(one);
    expect(open(mina, "s1").isAdmitted).toBe(true);
  });
});
