/** The demo workspace: a small company with people, products and tickets, the same every time for the same moment. */
import { directory } from "../../shared/sample-world.ts";
import { createPasswordHashes } from "../auth/password-hashes.ts";
import { createPostgresTicketStore } from "../store/postgres-ticket-store.ts";
import { reserveTicketNumbers } from "../store/reserve-ticket-numbers.ts";
import type { Sql } from "../store/sql.ts";
import type { CommitOutcome } from "../sync/ticket-store.ts";
import { createChance } from "./chance.ts";
import { insertDemoDirectory } from "./insert-demo-directory.ts";
import { liveStory } from "./live-story.ts";
import { planStory } from "./plan-story.ts";
import type { Story } from "./story.ts";

export const demoPassword = "demo-password";

interface DemoWorkspace {
  sql: Sql;
  /** The moment the workspace is looked at first, milliseconds since 1970: tickets lie in the 90 days before it. */
  nowMs: number;
  /** How many tickets. */
  count: number;
}

/** Small enough for a slow machine's database to take within a statement's time. */
const batchSize = 50;

/** Fills an empty, migrated database. People come last: where they are, the workspace is complete. */
export const createDemoWorkspace = async ({ sql, nowMs, count }: DemoWorkspace): Promise<void> => {
  const store = createPostgresTicketStore(sql);
  const stories = await withNumbers(sql, planStories(count, nowMs));
  let storing: Promise<CommitOutcome[]> = Promise.resolve([]);
  for (let from = 0; from < stories.length; from += batchSize) {
    const batch = stories.slice(from, from + batchSize);
    const commits = batch.map(({ story, number }, i) =>
      liveStory(story, number, directory, createChance(1 + from + i)),
    );
    // The database stores one batch while the next one is lived.
    assertStored(await storing);
    storing = store.commit(commits);
  }
  assertStored(await storing);
  const hashes = await createPasswordHashes();
  const passwordHash = await hashes.hash(demoPassword);
  if (passwordHash === null) throw new Error("the demo password could not be hashed");
  await insertDemoDirectory(sql, passwordHash, nowMs);
};

/** In the order in which the tickets were made. */
const planStories = (count: number, nowMs: number): Story[] =>
  Array.from({ length: count }, (_, n) => planStory(n, count, nowMs)).sort((a, b) => firstMs(a) - firstMs(b));

const firstMs = ({ beats }: Story): number => beats[0]?.atMs ?? 0;

const withNumbers = async (sql: Sql, stories: readonly Story[]) => {
  const numbers = await reserveTicketNumbers(sql, stories.filter(({ isSubmitted }) => isSubmitted).length);
  return stories.map((story) => ({ story, number: story.isSubmitted ? (numbers.shift() ?? null) : null }));
};

const assertStored = (outcomes: readonly CommitOutcome[]): void => {
  if (outcomes.some((outcome) => outcome !== "committed"))
    throw new Error("the database does not take the demo tickets");
};
