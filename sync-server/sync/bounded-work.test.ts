import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { roots } from "../../shared/document/layout.ts";
import type { TicketId } from "../../shared/ids.ts";
import { people } from "../../shared/sample-world.ts";
import { cpuMs } from "../testing/sync/cpu-ms.ts";
import { expectConverged } from "../testing/sync/expect-converged.ts";
import * as raw from "../testing/sync/raw-update.ts";
import { createSyncWorld, type SyncWorld } from "../testing/sync/sync-world.ts";
import type { SubmitResult } from "./submission.ts";

const me = people["marketing-1"];
const hangMs = 1_000;

const hand = async (world: SyncWorld, id: TicketId, update: Uint8Array) => {
  let result: SubmitResult | null = null;
  const elapsedMs = await cpuMs(async () => {
    result = await world.core.submit(me.id, id, update);
  });
  return { result: result as SubmitResult | null, elapsedMs };
};

describe("[I4] no update keeps the process busy", () => {
  const text = raw.type({ root: "description" }, 6);
  const rival = (right: raw.RawId) => raw.text({ right }, "b");
  const letters = (count: number) => raw.text({ parent: [50, 0] }, "a".repeat(count));
  const value = (i: number) => raw.any({ root: "fields", key: "title" }, i);

  it.each<[string, raw.RawStruct[]]>([
    [
      "8,000 letters that each name another right neighbour",
      [text, letters(8_000), ...Array.from({ length: 8_000 }, (_, i) => rival([50, 1 + i]))],
    ],
    [
      "5,000 letters that each name a neighbour halfway back among themselves",
      [text, letters(1), ...Array.from({ length: 5_000 }, (_, i) => rival([50, 1 + (i >> 1)]))],
    ],
    ["3,400 values under one key that know nothing of each other", Array.from({ length: 3_400 }, (_, i) => value(i))],
  ])("%s", async (_name, structs) => {
    const world = createSyncWorld();
    const id = world.newTicketId();
    const update = raw.rawUpdate([{ client: 50, start: 0, structs }]);
    expect(update.length).toBeLessThanOrEqual(64 * 1024);
    const { result, elapsedMs } = await hand(world, id, update);
    expect(elapsedMs).toBeLessThan(hangMs);
    expect(result).toMatchObject({ kind: "refused", code: "malformed" });
  });

  it("14 bytes that delete 4,000 pieces of formatted text", async () => {
    const world = createSyncWorld();
    const id = world.newTicketId();
    const count = 2_000;
    // Two client ids take turns, so that Yjs cannot join the letters.
    const mine = [text, raw.format({ parent: [50, 0] }, "strong", "{}")];
    const theirs: raw.RawStruct[] = [];
    for (let i = 0; i < count; i++) {
      mine.push(raw.text({ left: i === 0 ? [50, 1] : [60, i - 1] }, "a"));
      theirs.push(raw.text({ left: [50, 2 + i] }, "b"));
    }
    for (const [from, to] of [
      [0, count / 2],
      [count / 2, count],
    ] as const) {
      const part = raw.rawUpdate([
        { client: 60, start: from, structs: theirs.slice(from, to) },
        { client: 50, start: from === 0 ? 0 : from + 2, structs: mine.slice(from === 0 ? 0 : from + 2, to + 2) },
      ]);
      expect((await hand(world, id, part)).result?.kind).toBe("acked");
    }
    const deletion = raw.rawUpdate([], { 50: [[2, count]], 60: [[0, count]] });
    const { result, elapsedMs } = await hand(world, id, deletion);
    expect(result).toMatchObject({ kind: "refused", code: "malformed" });
    expect(elapsedMs).toBeLessThan(hangMs);
    await expectConverged(world, id, me.id);
  });

  it("what two people honestly wrote at the same place passes: 200 separate pieces each, back to front", async () => {
    const world = createSyncWorld();
    const id = world.ticket("requested");
    const two = [await world.as("marketing-1", id, 70), await world.as("marketing-head", id, 80)];
    const outboxes = two.map((writer) => {
      const updates: Uint8Array[] = [];
      for (let i = 0; i < 200; i++)
        updates.push(
          writer.edit((doc) => {
            const heading = new Y.XmlElement("paragraph");
            heading.insert(0, [new Y.XmlText(`line ${i}`)]);
            doc.getXmlFragment(roots.description).insert(0, [heading]);
          }),
        );
      return Y.mergeUpdates(updates);
    });
    for (const [i, writer] of two.entries())
      expect(await writer.submit(outboxes[i] as Uint8Array)).toMatchObject({ kind: "acked", repairs: [] });
    expect(world.replay(id).getXmlFragment(roots.description).length).toBe(401);
    await expectConverged(world, id, me.id);
  });
});
