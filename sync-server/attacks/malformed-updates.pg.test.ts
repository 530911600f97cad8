import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { roots } from "../../shared/document/layout.ts";
import { addComment, setDescriptionText, writeFields } from "../../shared/document/write.ts";
import type { CommentId, TicketId } from "../../shared/ids.ts";
import { encodeSync } from "../../shared/protocol/messages.ts";
import { people, type SampleUsername } from "../../shared/sample-world.ts";
import { isoTime } from "../../shared/time.ts";
import { createMalformedUpdates } from "../testing/sync/malformed-updates.ts";
import { createReplica, type Replica } from "../testing/sync/replica.ts";
import { createSeededRandom } from "../testing/sync/seeded-random.ts";
import { connectHostile, type HostileClient } from "./hostile-client.ts";
import { type Visible, visibleIn } from "./target.ts";
import { underAttack } from "./under-attack.ts";
import { joinStock } from "./witness.ts";

const target = underAttack(["an update could not be applied"]);
/** `SEED=…` begins elsewhere. */
const seeds = Array.from({ length: 20 }, (_, i) => Number(process.env.SEED ?? 1) + i);
const updatesPerSeed = 60;

const comment = (username: SampleUsername, body: string) => ({
  author: people[username].id,
  body,
  parent: null,
  createdAt: isoTime(Date.UTC(2026, 2, 4, 9)),
});
const text = (doc: Y.Doc) => (doc.getXmlFragment(roots.description).get(0) as Y.XmlElement).get(0) as Y.XmlText;
/** What a client of theirs would send, allowed or not; no action, which would rightly change the status. */
const honestEdits: ((replica: Replica) => Uint8Array)[] = [
  ({ edit }) => edit((doc) => text(doc).insert(3, "new ")),
  ({ edit }) => edit((doc) => text(doc).delete(2, 6)),
  ({ edit }) => edit((doc) => text(doc).format(1, 9, { em: {} })),
  ({ edit }) => edit((doc) => setDescriptionText(doc, "All\nanew")),
  ({ edit }) => edit((doc) => writeFields(doc, { title: "Mine", items: [] })),
  ({ edit }) => edit((doc) => addComment(doc, "c2" as CommentId, comment("creative-1", "On it."))),
  ({ edit }) => edit((doc) => doc.getMap(roots.comments).delete("c1")),
  ({ edit }) => edit((doc) => doc.getMap(roots.state).set("status", "completed")),
];

/** Sends over one socket until it is closed, then over the next. */
const createSender = (id: TicketId, token: string) => {
  let socket: HostileClient | null = null;
  return {
    send: async (step: 1 | 2, update: Uint8Array) => {
      if (socket?.isOpen() !== true) {
        socket = await connectHostile(target(), `/sync/${id}`, { token });
        await socket.next("step1");
      }
      socket.send(encodeSync(step, update));
      const { socket: open } = socket;
      // Answered to, or closed: the room has judged it, or will before anything that comes later.
      await new Promise<void>((resolve) => {
        open.once("close", () => resolve());
        open.once("pong", () => resolve());
        open.ping();
      });
    },
    end: () => socket?.end(),
  };
};

describe("[T17] malformed updates over the wire", () => {
  it.each(seeds)("nobody sees what is not allowed, and the ticket opens afterwards (seed %d)", async (seed) => {
    const id = await target().ticket("approved", { brief: "Two banners for spring.\nIn three sizes." });
    const witness = await joinStock(target(), "creative-head", id);
    witness.doc.getMap(roots.comments).set("c1", comment("creative-head", "Blue, please."));
    await expect.poll(async () => (await target().stored(id)).visible.maps.comments).toHaveProperty("c1");
    const { doc, visible: before } = await target().stored(id);
    const seen: Visible[] = [];
    witness.doc.on("update", () => seen.push(visibleIn(witness.doc)));

    const random = createSeededRandom(seed);
    const state = Y.encodeStateAsUpdate(doc);
    const honest = honestEdits.map((make) => make(createReplica(70, state)));
    const next = createMalformedUpdates(random, honest, Y.decodeStateVector(Y.encodeStateVector(doc)));
    const sender = createSender(id, await target().signIn("creative-1"));
    for (let i = 0; i < updatesPerSeed; i++) await sender.send(random.pick([1, 2]), next());
    sender.end();

    // An honest change gets through, behind all of it.
    witness.doc.getMap(roots.comments).set("c3", comment("creative-head", "Still here."));
    await expect.poll(async () => (await target().stored(id)).visible.maps.comments).toHaveProperty("c3");
    const after = await target().stored(id);
    for (const { maps } of [...seen, after.visible]) {
      expect(maps.fields).toEqual(before.maps.fields);
      expect(maps.state).toEqual(before.maps.state);
      expect(maps.rulings).toEqual(before.maps.rulings);
      expect(maps.comments).toMatchObject({ c1: comment("creative-head", "Blue, please.") });
    }
    expect([after.doc.store.pendingStructs, after.doc.store.pendingDs]).toEqual([null, null]);
    const newcomer = await joinStock(target(), "marketing-1", id);
    expect(visibleIn(newcomer.doc)).toEqual(after.visible);
    for (const client of [witness, newcomer]) client.leave();
  });
});
