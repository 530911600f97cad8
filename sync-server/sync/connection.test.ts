import * as encoding from "lib0/encoding";
import { beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { roots } from "../../shared/document/layout.ts";
import type { TicketId } from "../../shared/ids.ts";
import { closeCodes } from "../../shared/protocol/close-codes.ts";
import { encodePush, encodeSync } from "../../shared/protocol/messages.ts";
import { protocolVersion } from "../../shared/protocol/version.ts";
import { people } from "../../shared/sample-world.ts";
import { limits } from "../limits.ts";
import { settle } from "../testing/sync/fake-clock.ts";
import { createFakeLink } from "../testing/sync/fake-link.ts";
import * as raw from "../testing/sync/raw-update.ts";
import { createSockets, type Socket, type Sockets } from "../testing/sync/sockets.ts";
import { createSyncWorld, type SyncWorld, type Writer } from "../testing/sync/sync-world.ts";

const setTitle = (title: string) => (doc: Y.Doc) => void doc.getMap(roots.fields).set("title", title);
const message = (...numbers: number[]) => {
  const encoder = encoding.createEncoder();
  for (const number of numbers) encoding.writeVarUint(encoder, number);
  return encoding.toUint8Array(encoder);
};

let world: SyncWorld;
let sockets: Sockets;
let id: TicketId;
let writer: Writer;
beforeEach(async () => {
  world = createSyncWorld();
  sockets = createSockets(world);
  id = world.ticket("requested");
  writer = await world.as("marketing-1", id, 50);
});
const receive = async ({ connection }: Socket, ...frames: Uint8Array[]) => {
  for (const frame of frames) connection.receive(frame);
  await settle();
};

describe("a stock y-websocket client", () => {
  it("[W3] is asked for what it has, and answered with what it lacks", async () => {
    const socket = await sockets.plain("marketing-head", id);
    expect(socket.link.kinds()).toEqual(["step1"]);
    const held = new Y.Doc();
    await receive(socket, encodeSync(0, Y.encodeStateVector(held)));
    Y.applyUpdate(held, socket.link.of("step2")[0]?.update as Uint8Array);
    expect(held.getMap(roots.fields).get("title")).toBe("Sample website_banner");
    await receive(socket, encodeSync(0, Y.encodeStateVector(held)));
    const nothing = Y.decodeUpdate(socket.link.of("step2")[1]?.update as Uint8Array);
    expect(nothing.structs).toEqual([]);
  });

  it("[W4] sees changes of others and its own come back once they are stored, as plain updates", async () => {
    const [mine, theirs] = [await sockets.plain("marketing-1", id), await sockets.plain("marketing-head", id)];
    const update = writer.edit(setTitle("Autumn"));
    const release = world.control.holdCommits();
    await receive(mine, encodeSync(2, update));
    expect([mine.link.of("update"), theirs.link.of("update")]).toEqual([[], []]);
    release();
    await settle();
    for (const { link } of [mine, theirs]) expect(link.of("update")).toEqual([{ kind: "update", update }]);
  });

  it("[W10] may not speak the messages of the own app", async () => {
    const socket = await sockets.plain("marketing-1", id);
    await receive(socket, encodePush({ ref: 1, update: writer.edit(setTitle("A")) }));
    expect(socket.link.closedWith?.code).toBe(closeCodes.malformed);
    expect(world.tables.log.get(id)).toHaveLength(1);
  });

  it("[T18] [W5] is asked again for what it has when it refers to what is not there", async () => {
    const socket = await sockets.plain("marketing-1", id);
    writer.edit(setTitle("lost on the way"));
    await receive(socket, encodeSync(2, writer.edit(setTitle("A"))));
    expect(socket.link.kinds()).toEqual(["step1", "step1"]);
    const { stateVector } = socket.link.of("step1")[1] as { stateVector: Uint8Array };
    await receive(socket, encodeSync(1, Y.encodeStateAsUpdate(writer.doc, stateVector)));
    expect(world.stored(id).fields.title).toBe("A");
    for (let i = 0; i < limits.fullSyncsPer10s + 1; i++) {
      writer.edit(setTitle("lost"));
      await receive(socket, encodeSync(2, writer.edit(setTitle(`${i}`))));
    }
    expect(socket.link.closedWith?.code).toBe(closeCodes.tooMany);
  });

  it.each<[string, (world: SyncWorld) => Uint8Array, number]>([
    ["malformed bytes", () => new Uint8Array([9, 9]), closeCodes.malformed],
    [
      "an unknown root",
      () => raw.rawUpdate([{ client: 70, start: 0, structs: [raw.any({ root: "x", key: "y" }, 1)] }]),
      closeCodes.malformed,
    ],
    [
      "an unsafe value",
      () => raw.rawUpdate([{ client: 70, start: 0, structs: [raw.any({ root: "fields", key: "title" }, 1n)] }]),
      closeCodes.malformed,
    ],
    [
      "[T16] structs of another",
      () => raw.rawUpdate([{ client: 50, start: 1, structs: [raw.gc(1)] }]),
      closeCodes.foreignClientId,
    ],
    ["too much at once", () => new Uint8Array(limits.updateBytes - 20), closeCodes.malformed],
  ])("is closed for good after %s", async (_name, make, code) => {
    await writer.write(setTitle("A"));
    const socket = await sockets.plain("marketing-head", id);
    await receive(socket, encodeSync(2, make(world)));
    expect(socket.link.closedWith?.code).toBe(code);
    expect(world.tables.log.get(id)).toHaveLength(2);
  });

  it("is told to try later while nothing can be stored, so that it reconnects", async () => {
    const socket = await sockets.plain("marketing-1", id);
    world.control.breakCommits(false);
    await receive(socket, encodeSync(2, writer.edit(setTitle("A"))));
    await world.clock.advance(limits.commitWaitMs + 2 * limits.commitRetryMaxMs);
    expect(socket.link.closedWith?.code).toBe(closeCodes.tryLater);
  });

  it("is told to try later, not that it is malformed, when its state cannot be read", async () => {
    const socket = await sockets.plain("marketing-1", id);
    await world.clock.advance(limits.roomIdleMs + 2 * limits.sweepMs);
    world.store.load = async () => {
      throw new Error("no database");
    };
    await receive(socket, encodeSync(0, Y.encodeStateVector(new Y.Doc())));
    expect(socket.link.closedWith?.code).toBe(closeCodes.tryLater);
  });

  it.each<[string, Uint8Array]>([
    ["an unknown message", message(42)],
    ["an unknown sync step", message(0, 3, 0)],
    ["an empty frame", new Uint8Array()],
    ["a cut message", message(0, 0, 200)],
    ["a state vector that is none", encodeSync(0, new Uint8Array([5, 1]))],
    ["a presence that is none", message(1, 3, 1, 1, 1)],
  ])("is closed for good after %s", async (_name, frame) => {
    const socket = await sockets.plain("marketing-1", id);
    await receive(socket, frame);
    expect(socket.link.closedWith?.code).toBe(closeCodes.malformed);
  });

  it("[W7] hears a sign of life often enough not to drop the link", async () => {
    const socket = await sockets.plain("marketing-1", id);
    await world.clock.advance(3 * limits.pingMs);
    expect(socket.link.of("awareness")).toEqual(Array(3).fill({ kind: "awareness", states: [] }));
  });
});

describe("who may connect", () => {
  it.each([
    ["a stranger", "sales-1", closeCodes.forbidden],
    ["somebody of the team, to a draft of another", "marketing-head", closeCodes.forbidden],
  ] as const)("[T12] not %s", async (_name, username, code) => {
    const draft = world.ticket("draft");
    for (const socket of [await sockets.plain(username, draft), await sockets.rich(username, draft)]) {
      expect(socket.link.frames).toEqual([]);
      expect(socket.link.closedWith?.code).toBe(code);
      await receive(socket, encodeSync(0, new Uint8Array([0])), encodeSync(2, writer.edit(setTitle("Mine"))));
      expect(socket.link.frames).toEqual([]);
    }
    expect(world.tables.log.get(draft)).toHaveLength(1);
  });

  it("not somebody whose account is closed", async () => {
    const closed = { ...people["marketing-head"], isActive: false };
    world.directory = { ...world.directory, people: new Map([...world.directory.people, [closed.id, closed]]) };
    const socket = await sockets.rich("marketing-head", id);
    expect(socket.link).toMatchObject({ frames: [], closedWith: { code: closeCodes.sessionEnded } });
  });

  it("not while the ticket cannot be looked up", async () => {
    world.store.load = async () => {
      throw new Error("no database");
    };
    const socket = await sockets.plain("marketing-head", world.ticket("requested"));
    expect(socket.link).toMatchObject({ frames: [], closedWith: { code: closeCodes.tryLater } });
  });

  it("[I9] not any longer once the right is lost: nothing is sent or taken after that", async () => {
    const socket = await sockets.plain("marketing-head", id);
    const demoted = { ...people["marketing-head"], role: "member" as const };
    world.directory = {
      ...world.directory,
      departments: new Map(),
      people: new Map([...world.directory.people, [demoted.id, demoted]]),
    };
    world.core.directoryChanged();
    expect(socket.link.closedWith?.code).toBe(closeCodes.forbidden);
    const sent = socket.link.frames.length;
    await writer.write(setTitle("A"));
    await receive(socket, encodeSync(0, new Uint8Array([0])));
    expect(socket.link.frames.length).toBe(sent);
  });

  it("anybody to a ticket that is not there yet: it is their draft", async () => {
    const draft = world.newTicketId();
    const socket = await sockets.rich("sales-1", draft);
    expect(socket.link.frames).toMatchObject([
      { kind: "welcome", seq: 0, version: protocolVersion },
      { kind: "step1" },
    ]);
    const author = await world.as("sales-1", draft);
    await receive(socket, encodePush({ ref: 7, update: author.edit(setTitle("Mine")) }));
    expect(world.stored(draft).state.requester).toBe(people["sales-1"].id);
  });

  it("and what they send before the ticket has been looked up waits for that", async () => {
    const link = createFakeLink();
    const opening = sockets.plain("marketing-1", id, link);
    const socket = await opening;
    expect(link.closedWith).toBeNull();
    await receive(socket, encodeSync(0, new Uint8Array([0])));
    expect(link.kinds()).toEqual(["step1", "step2"]);
  });
});
