import { beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { roots } from "../../shared/document/layout.ts";
import type { TicketId } from "../../shared/ids.ts";
import { encodePush, encodeSync } from "../../shared/protocol/messages.ts";
import { createReplica } from "../testing/sync/replica.ts";
import { connectHostile } from "./hostile-client.ts";
import { joinLongWriter } from "./long-writer.ts";
import { underAttack } from "./under-attack.ts";

const mib = 1024 * 1024;
const target = underAttack();
let id: TicketId;
beforeEach(async () => {
  id = await target().ticket("requested");
});

/** What somebody gets who opens it for the first time, and how long that takes. */
const open = async () => {
  const token = await target().signIn("marketing-head");
  const startedAt = performance.now();
  const client = await connectHostile(target(), `/sync/${id}`, { token });
  client.send(encodeSync(0, new Uint8Array([0])));
  const { update } = await client.next("step2");
  const tookMs = performance.now() - startedAt;
  client.end();
  return { bytes: update.length, tookMs };
};

describe("[T21] what is written and deleted again does not make a ticket large", () => {
  it("100,000 letters, each typed and taken back", async () => {
    const token = await target().signIn("marketing-1");
    const typist = await connectHostile(target(), `/sync/${id}`, { token, query: "protocol=1&since=0" });
    await typist.next("welcome");
    const doc = createReplica(50, Y.encodeStateAsUpdate((await target().stored(id)).doc)).doc;
    const text = (doc.getXmlFragment(roots.description).get(0) as Y.XmlElement).get(0) as Y.XmlText;
    const updates: Uint8Array[] = [];
    doc.on("update", (update: Uint8Array) => updates.push(update));
    for (let ref = 0; ref < 100; ref++) {
      for (let i = 0; i < 1_000; i++) {
        text.insert(5, "x");
        text.delete(5, 1);
      }
      typist.send(encodePush({ ref, update: Y.mergeUpdates(updates.splice(0)) }));
      await typist.next("acked");
    }
    expect(Y.decodeStateVector(Y.encodeStateVector((await target().stored(id)).doc)).get(50)).toBe(100_000);
    typist.end();
    const { bytes, tookMs } = await open();
    expect(bytes).toBeLessThan(2 * mib);
    expect(tookMs).toBeLessThan(1_000);
  });

  it("comments, written over with others as long: everybody may write on", async () => {
    const writer = await joinLongWriter(target(), "marketing-1", id, 50);
    // Far more than a document may hold, of which it holds half a megabyte.
    for (let i = 0; i < 25; i++) await writer.write(50, "again");
    const colleague = await joinLongWriter(target(), "creative-head", id, 60);
    await colleague.write(1, "new");
    for (const one of [writer, colleague]) one.leave();
    const { bytes, tookMs } = await open();
    expect(bytes).toBeLessThan(2 * mib);
    expect(tookMs).toBeLessThan(1_000);
  });
});
