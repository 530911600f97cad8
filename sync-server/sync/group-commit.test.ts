import { beforeEach, describe, expect, it } from "vitest";
import type { TicketId } from "../../shared/ids.ts";
import { limits } from "../limits.ts";
import { createFakeClock, type FakeClock, settle } from "../testing/sync/fake-clock.ts";
import { createGroupCommit, type GroupCommit } from "./group-commit.ts";
import type { CommitOutcome, TicketCommit } from "./ticket-store.ts";

/** A commit of ticket `name`; what is in it does not matter here. */
const of = (name: string): TicketCommit => ({ ticketId: name as TicketId, afterSeq: 0, entries: [] });

let clock: FakeClock;
let commits: GroupCommit;
/** What the database was asked, batch by batch, and how each is answered. */
let asked: string[][];
let warnings: string[];
let errors: [object, string][];
let answers: ((outcome: CommitOutcome[] | Error) => void)[];
beforeEach(() => {
  clock = createFakeClock(0);
  asked = [];
  answers = [];
  const commit = (batch: readonly TicketCommit[]) =>
    new Promise<CommitOutcome[]>((resolve, reject) => {
      asked.push(batch.map(({ ticketId }) => ticketId));
      answers.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer)));
    });
  warnings = [];
  errors = [];
  commits = createGroupCommit({ commit }, clock, {
    warn: (_facts, message) => warnings.push(message),
    error: (facts, message) => errors.push([facts, message]),
  });
});
const answer = async (outcome: CommitOutcome[] | Error) => {
  answers.shift()?.(outcome);
  await settle();
};

describe("group commit", () => {
  it("sends together what arrives in one turn, and what arrives while a commit runs in the next", async () => {
    const results = [commits.commit(of("a")), commits.commit(of("b"))];
    await settle();
    results.push(commits.commit(of("c")), commits.commit(of("d")));
    await settle();
    expect(asked).toEqual([["a", "b"]]);
    await answer(["committed", "conflict"]);
    expect(asked).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
    await answer(["failed", "committed"]);
    expect(await Promise.all(results)).toEqual(["committed", "conflict", "failed", "committed"]);
  });

  it("holds at most so many tickets in one commit", async () => {
    const results = Array.from({ length: limits.commitBatchTickets + 1 }, (_, i) => commits.commit(of(`t${i}`)));
    await settle();
    await answer(Array(limits.commitBatchTickets).fill("committed"));
    await answer(["committed"]);
    await Promise.all(results);
    expect(asked.map((batch) => batch.length)).toEqual([limits.commitBatchTickets, 1]);
  });

  it("commits a second batch beside the first where many wait, and no third", async () => {
    const many = (name: string) =>
      Array.from({ length: limits.commitLaneFrom }, (_, i) => commits.commit(of(`${name}${i}`)));
    const sizes = () => asked.map((batch) => batch.length);
    const results = [commits.commit(of("first"))];
    await settle();
    results.push(...many("a"));
    await settle();
    results.push(...many("b"));
    await settle();
    expect(sizes()).toEqual([1, limits.commitLaneFrom]);
    await answer(["committed"]);
    expect(sizes()).toEqual([1, limits.commitLaneFrom, limits.commitLaneFrom]);
    await answer(Array(limits.commitLaneFrom).fill("committed"));
    await answer(Array(limits.commitLaneFrom).fill("committed"));
    expect(new Set(await Promise.all(results))).toEqual(new Set(["committed"]));
  });

  it("[I2] tries again after an unknown outcome, first what was first, with growing pauses", async () => {
    const first = commits.commit(of("a"));
    await settle();
    const second = commits.commit(of("b"));
    await answer(new Error("connection lost"));
    expect([commits.isHealthy(), asked.length]).toEqual([false, 1]);
    await clock.advance(limits.commitRetryMinMs - 1);
    expect(asked).toHaveLength(1);
    await clock.advance(1);
    expect(asked[1]).toEqual(["a", "b"]);
    await answer(new Error("connection lost"));
    await clock.advance(limits.commitRetryMinMs * 2 - 1);
    expect(asked).toHaveLength(2);
    await clock.advance(1);
    await answer(["committed", "committed"]);
    expect([await first, await second, commits.isHealthy()]).toEqual(["committed", "committed", true]);
  });

  it("gives up on each after its own bounded wait, and not on others with it", async () => {
    const old = commits.commit(of("old"));
    await settle();
    const failFor = async (ms: number) => {
      for (const end = clock.now() + ms; clock.now() < end; ) {
        await answer(new Error("no database"));
        await clock.advance(limits.commitRetryMaxMs);
      }
    };
    await failFor(limits.commitWaitMs / 2);
    const young = commits.commit(of("young"));
    await failFor(limits.commitWaitMs / 2 + limits.commitRetryMaxMs);
    expect(await old).toBe("failed");
    await answer(["committed"]);
    expect(await young).toBe("committed");
    expect(commits.isHealthy()).toBe(true);
  });

  it("says once an outage that it waits, however often it tries", async () => {
    const outage = async () => {
      const result = commits.commit(of("a"));
      await settle();
      for (let tries = 0; tries < 4; tries++) {
        await answer(new Error("connection lost"));
        await clock.advance(limits.commitRetryMaxMs);
      }
      await answer(["committed"]);
      expect(await result).toBe("committed");
    };
    await outage();
    expect(warnings).toEqual(["commits wait for the database"]);
    await outage();
    expect(warnings).toHaveLength(2);
  });

  it("answers what the database does not mention as failed, and says which ticket that was", async () => {
    const results = [commits.commit(of("a")), commits.commit(of("b"))];
    await settle();
    await answer(["committed"]);
    expect(await Promise.all(results)).toEqual(["committed", "failed"]);
    expect([errors, warnings]).toEqual([[[{ ticket: "b" }, "the database refuses a commit"]], []]);
  });
});
