/** S7: kill -9 while people type: of what was confirmed to its author, or shown to somebody else, how much is gone. */
import { type Contestant, type ContestantName, withContestants } from "./contestants.ts";
import type { Figure, Part } from "./figure.ts";
import { readStored } from "./load/read-stored.ts";
import { storedClock } from "./load/stored-clock.ts";
import { startTyping, type Typed } from "./load/typing-pair.ts";
import { newTickets } from "./ticket-content.ts";

const names: readonly ContestantName[] = ["slate", "hocuspocus", "y-leveldb", "y-memory"];
const documents = 10;
const confirmedBeforeKill = 3_600;
const lateMs = 60_000;
/** Nothing more is expected of a server that has lost everything. */
const lostMs = 1_500;

interface Loss {
  confirmed: number;
  delivered: number;
  /** Seconds between the confirmation of the oldest lost update and the end of the server. */
  oldest: number;
}

/** The worst of all runs counts. The servers are typed to side by side: they share nothing but the machine. */
export const measureKill: Part = ({ database, rounds, tell }) =>
  withContestants(names, database, async (contestants) => {
    const losses = new Map<ContestantName, Loss[]>();
    for (let round = 0; round < rounds; round++) {
      const found = await Promise.all(contestants.map(typeAndKill));
      for (const [i, { name }] of contestants.entries())
        losses.set(name, [...(losses.get(name) ?? []), found[i] as Loss]);
      tell(
        `  lost after kill ${round + 1}: ${contestants.map(({ name }, i) => `${name} ${found[i]?.confirmed}`).join(", ")}`,
      );
    }
    return toFigures(losses, rounds);
  });

const typeAndKill = async (contestant: Contestant): Promise<Loss> => {
  const tickets = newTickets(documents);
  await contestant.seed(tickets);
  const pairs = await Promise.all(tickets.map((ticket) => startTyping(contestant, ticket)));
  await confirmed(pairs.map(({ typed }) => typed));
  await contestant.restart("kill");
  const killedAt = Math.min(...pairs.map(({ typed }) => typed.closedAt));
  for (const { stop } of pairs) stop();
  const stored = await Promise.all(
    tickets.map(({ id, bytes }) => readStored(contestant, id, bytes.length / 2, lostMs)),
  );
  const loss: Loss = { confirmed: 0, delivered: 0, oldest: 0 };
  for (const [i, { typed }] of pairs.entries()) {
    const kept = storedClock(stored[i] as Uint8Array, typed.clientId);
    loss.confirmed += Math.max(0, typed.confirmedAt.length - kept);
    loss.delivered += Math.max(0, typed.delivered - kept);
    const oldestLost = typed.confirmedAt[kept];
    if (oldestLost !== undefined) loss.oldest = Math.max(loss.oldest, (killedAt - oldestLost) / 1000);
  }
  return loss;
};

const confirmed = async (all: readonly Typed[]): Promise<void> => {
  const start = performance.now();
  while (all.reduce((sum, typed) => sum + typed.confirmedAt.length, 0) < confirmedBeforeKill) {
    if (performance.now() - start > lateMs) throw new Error("updates are not confirmed");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

const toFigures = (losses: Map<ContestantName, Loss[]>, rounds: number): Figure[] => {
  const worst = (key: keyof Loss) =>
    Object.fromEntries([...losses].map(([name, list]) => [name, Math.max(...list.map((loss) => loss[key]))])) as Record<
      ContestantName,
      number
    >;
  const [lost, unseen] = [worst("confirmed"), worst("delivered")];
  const row = { part: "S7", goal: "0 in every run" };
  return [
    {
      ...row,
      measure: `kill -9: lost of ${confirmedBeforeKill} confirmed updates, worst of ${rounds}`,
      unit: "",
      values: lost,
      met: lost.slate === 0,
    },
    { ...row, measure: "lost of those a reader had seen", unit: "", values: unseen, met: unseen.slate === 0 },
    { ...row, measure: "oldest lost, before the kill", unit: "s", values: worst("oldest"), goal: "", met: null },
  ];
};
