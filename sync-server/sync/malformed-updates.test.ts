import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { roots } from "../../shared/document/layout.ts";
import { readTicket } from "../../shared/document/read.ts";
import { summarize } from "../../shared/document/summarize.ts";
import { addAction, addComment, setDescriptionText, writeFields } from "../../shared/document/write.ts";
import type { ActionId, CommentId, TicketId } from "../../shared/ids.ts";
import { people, type SampleUsername } from "../../shared/sample-world.ts";
import { isoTime } from "../../shared/time.ts";
import { contentOf } from "../testing/sync/expect-converged.ts";
import { createMalformedUpdates } from "../testing/sync/malformed-updates.ts";
import { createReplica, type Replica } from "../testing/sync/replica.ts";
import { createSeededRandom } from "../testing/sync/seeded-random.ts";
import { createSyncWorld } from "../testing/sync/sync-world.ts";
import type { NewEntry } from "./ticket-store.ts";

/** `SEED=… COUNT=… npm test` runs others, or more. */
const seed = Number(process.env.SEED ?? 1);
const count = Number(process.env.COUNT ?? 100_000);
const hangMs = 100;
const at = isoTime(Date.UTC(2026, 2, 4, 9));

/** May read, comment and write the description; may not touch fields. Has written before, under client id 70. */
const attacker: SampleUsername = "creative-1";
const text = (doc: Y.Doc) => (doc.getXmlFragment(roots.description).get(0) as Y.XmlElement).get(0) as Y.XmlText;
const comment = (username: SampleUsername, body: string) => ({
  author: people[username].id,
  body,
  parent: null,
  createdAt: at,
});

/** A ticket with a history: formatted text, comments of two people, a decision. */
const prepare = async () => {
  const world = createSyncWorld();
  const id = world.ticket("approved", { brief: "Two banners for spring.\nIn three sizes." });
  const requester = await world.as("marketing-1", id, 50);
  await requester.write((doc) => text(doc).format(4, 7, { strong: {} }));
  await requester.write((doc) => addComment(doc, "c1" as CommentId, comment("marketing-1", "Blue, please.")));
  const worker = await world.as(attacker, id, 70);
  await worker.write((doc) => addComment(doc, "c2" as CommentId, comment(attacker, "On it.")));
  await worker.write((doc) => addAction(doc, "a1" as ActionId, { type: "start", actor: people[attacker].id }));
  await worker.write((doc) => text(doc).insert(0, "Draft: "));
  return { world, id, log: world.tables.log.get(id) ?? [], row: world.tables.rows.get(id) };
};

const honestEdits: ((replica: Replica) => Uint8Array)[] = [
  ({ edit }) => edit((doc) => text(doc).insert(3, "new ")),
  ({ edit }) => edit((doc) => text(doc).delete(2, 6)),
  ({ edit }) => edit((doc) => text(doc).format(1, 9, { em: {} })),
  ({ edit }) => edit((doc) => setDescriptionText(doc, "All\nanew")),
  ({ edit }) => edit((doc) => writeFields(doc, { title: "Mine", items: [], priority: "urgent" })),
  ({ edit }) => edit((doc) => addComment(doc, "c3" as CommentId, comment(attacker, "Done?"))),
  ({ edit }) => edit((doc) => addComment(doc, "c2" as CommentId, comment(attacker, "On it!"))),
  ({ edit }) => edit((doc) => doc.getMap(roots.comments).delete("c1")),
  ({ edit }) => edit((doc) => addAction(doc, "a2" as ActionId, { type: "complete", actor: people[attacker].id })),
  ({ edit }) => edit((doc) => doc.getMap(roots.state).set("status", "completed")),
  ({ edit }) => Y.mergeUpdates([edit((doc) => text(doc).insert(0, "a")), edit((doc) => text(doc).delete(4, 1))]),
  ({ doc, edit }) => {
    edit((target) => text(target).insert(0, "whole "));
    return Y.encodeStateAsUpdate(doc);
  },
];

describe(`[T17] malformed updates (seed ${seed})`, () => {
  it(`${count.toLocaleString("en")} of them: no crash, no hang, no change by a refused one, nobody's work touched`, async () => {
    const { world, id, log, row } = await prepare();
    const random = createSeededRandom(seed);
    const state = Y.encodeStateAsUpdate(world.replay(id));
    const honest = [70, 71].flatMap((client) => honestEdits.map((make) => make(createReplica(client, state))));
    const next = createMalformedUpdates(random, honest, Y.decodeStateVector(Y.encodeStateVectorFromUpdate(state)));
    const base = readTicket(id, world.replay(id));
    const theirs = world.replay(id).getMap(roots.comments).get("c1");
    const tally = { refused: 0, missing: 0, acked: 0, later: 0 };
    const userId = people[attacker].id;

    for (let i = 0; i < count; i++) {
      const update = next();
      const result = await withoutHanging(() => world.core.submit(userId, id, update), `input ${i}`);
      tally[result.kind]++;
      const entries = world.tables.log.get(id) ?? [];
      if (entries.length > log.length) {
        expectSound(id, entries, result.kind === "acked" && result.rulings.size > 0);
        // From the start again, as if it had not been.
        world.tables.log.set(id, [...log]);
        if (row !== undefined) world.tables.rows.set(id, row);
        world.restart();
      }
      if (i % 1_000 === 999) await expectHonestWork();
    }
    // Yjs threw over some of them. Nothing of ours did.
    const said = new Set(world.logged.map(({ level, message }) => `${level}: ${message}`));
    expect([...said].filter((line) => line !== "warn: an update could not be applied")).toEqual([]);
    expect(tally.later).toBe(0);
    expect(tally.refused).toBeGreaterThan(count / 2);
    expect(tally.acked).toBeGreaterThan(count / 100);

    /** What was accepted left everything alone that this person may not change, and the document is whole. */
    function expectSound(ticket: TicketId, entries: readonly NewEntry[], isRuled: boolean) {
      const doc = new Y.Doc();
      for (const entry of entries) Y.applyUpdate(doc, entry.update);
      expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null]);
      const now = readTicket(ticket, doc);
      expect(now.fields).toEqual(base.fields);
      if (!isRuled) expect(now.state).toEqual(base.state);
      expect(doc.getMap(roots.comments).get("c1")).toEqual(theirs);
      expect([...doc.getMap(roots.actions).keys()]).toContain("a1");
      JSON.stringify(summarize(ticket, doc));
      const again = new Y.Doc();
      Y.applyUpdate(again, Y.encodeStateAsUpdate(doc));
      expect(contentOf(again)).toEqual(contentOf(doc));
    }

    async function expectHonestWork() {
      const read = await world.core.read(userId, id);
      expect(read?.seq).toBe(log.length);
      const mine = new Y.Doc();
      Y.applyUpdate(mine, read?.bytes ?? new Uint8Array());
      expect(contentOf(mine)).toEqual(contentOf(world.replay(id)));
      const colleague = await world.as("creative-2", id, 80);
      expect(await colleague.write((doc) => text(doc).insert(0, "Honest: "))).toMatchObject({
        kind: "acked",
        repairs: [],
      });
      world.tables.log.set(id, [...log]);
      world.restart();
    }
  }, 600_000);
});

/** Processor time, so that a busy machine is not taken for a hang; collecting garbage is no hang either: it does not happen twice. */
const withoutHanging = async <Result>(run: () => Promise<Result>, name: string): Promise<Result> => {
  const measured = async () => {
    const startedAt = performance.now();
    const before = process.cpuUsage();
    const result = await run();
    const wallMs = performance.now() - startedAt;
    if (wallMs <= hangMs) return { result, tookMs: wallMs };
    const { user, system } = process.cpuUsage(before);
    return { result, tookMs: (user + system) / 1000 };
  };
  const { result, tookMs } = await measured();
  if (tookMs > hangMs) expect((await measured()).tookMs, `${name} hangs`).toBeLessThanOrEqual(hangMs);
  return result;
};
