import { beforeEach, describe, expect, it } from "vitest";
import type * as Y from "yjs";
import { roots } from "../../shared/document/layout.ts";
import type { TicketId } from "../../shared/ids.ts";
import { closeCodes } from "../../shared/protocol/close-codes.ts";
import { encodePush, encodeSync } from "../../shared/protocol/messages.ts";
import { protocolVersion } from "../../shared/protocol/version.ts";
import { people } from "../../shared/sample-world.ts";
import { settle } from "../testing/sync/fake-clock.ts";
import * as raw from "../testing/sync/raw-update.ts";
import { createSockets, type Socket, type Sockets } from "../testing/sync/sockets.ts";
import { createSyncWorld, type SyncWorld, type Writer } from "../testing/sync/sync-world.ts";

const setTitle = (title: string) => (doc: Y.Doc) => void doc.getMap(roots.fields).set("title", title);

let world: SyncWorld;
let sockets: Sockets;
let id: TicketId;
/** Works on the ticket by socket or otherwise; may change fields while it is requested. */
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
const push = (ref: number, update: Uint8Array) => encodePush({ ref, update });

describe("the own app is welcomed", () => {
  it("[W10] with where the ticket stands, before anything else", async () => {
    await writer.write(setTitle("A"));
    const { link } = await sockets.rich("marketing-head", id);
    const welcome = {
      kind: "welcome",
      version: protocolVersion,
      epoch: "memory",
      seq: 2,
      serverNow: world.clock.now(),
      missed: [],
    };
    expect(link.frames).toEqual([welcome, { kind: "step1", stateVector: expect.any(Uint8Array) }]);
  });

  it("also when somebody writes at that very moment: what is written then follows, in order, once", async () => {
    const told = world.store.repairsSince;
    let answer = () => {};
    world.store.repairsSince = async (...asked) => {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return told(...asked);
    };
    const { link } = await sockets.rich("marketing-head", id);
    for (const title of ["A", "B"]) await writer.write(setTitle(title));
    expect(link.frames).toEqual([]);
    answer();
    await settle();
    await writer.write(setTitle("C"));
    expect(link.kinds()).toEqual(["welcome", "step1", "entry", "entry", "entry"]);
    expect(link.of("welcome")[0]?.seq).toBe(1);
    expect(link.of("entry").map(({ seq }) => seq)).toEqual([2, 3, 4]);
  });

  it("[I7] with the repairs it may not have heard of, and nobody else's", async () => {
    const head = await world.as("marketing-head", id);
    await writer.write((doc) => doc.getMap(roots.state).set("status", "approved"));
    await head.write((doc) => doc.getMap(roots.state).set("number", 1));
    await writer.write((doc) => doc.getMap(roots.state).set("status", "completed"));
    const missedSince = async (since: number) =>
      (await sockets.rich("marketing-1", id, { since })).link
        .of("welcome")[0]
        ?.missed.map(({ seq, repairs }) => [seq, repairs.map(({ wrote }) => wrote)]);
    expect(await missedSince(0)).toEqual([
      [2, ["approved"]],
      [4, ["completed"]],
    ]);
    expect(await missedSince(2)).toEqual([[4, ["completed"]]]);
    expect(await missedSince(4)).toEqual([]);
    expect(await missedSince(99)).toEqual([]);
  });

  it.each([
    ["a version that is not spoken any more, or not yet", { protocol: protocolVersion + 1 }, closeCodes.malformed],
    ["another history", { epoch: "restored" }, closeCodes.historyReplaced],
  ])("[W14] [V2] and sent away with %s, knowing why", async (_name, options, code) => {
    const { link } = await sockets.rich("marketing-1", id, options);
    expect(link.kinds()).toEqual(["welcome"]);
    expect(link.of("welcome")[0]).toMatchObject({ epoch: "memory", version: protocolVersion });
    expect(link.closedWith?.code).toBe(code);
  });

  it("with its own history it stays", async () => {
    const { link } = await sockets.rich("marketing-1", id, { epoch: "memory" });
    expect(link.closedWith).toBeNull();
  });
});

describe("what the own app pushes", () => {
  it("[W11] is acknowledged by its reference once it is stored, before the entry itself", async () => {
    const socket = await sockets.rich("marketing-1", id);
    const release = world.control.holdCommits();
    const updates = [writer.edit(setTitle("A")), writer.edit(setTitle("B"))];
    await receive(socket, ...updates.map((update, i) => push(i + 7, update)));
    expect(socket.link.kinds()).toEqual(["welcome", "step1"]);
    release();
    await settle();
    const answers = socket.link.frames.slice(2);
    expect(answers.filter(({ kind }) => kind === "acked")).toEqual([
      { kind: "acked", ref: 7, seq: 2 },
      { kind: "acked", ref: 8, seq: 3 },
    ]);
    for (const seq of [2, 3]) {
      const places = answers.flatMap((frame, i) =>
        "seq" in frame && frame.seq === seq ? [[frame.kind, i] as const] : [],
      );
      expect(places.map(([kind]) => kind)).toEqual(["acked", "entry"]);
    }
  });

  it("[W11] is acknowledged again when it is pushed again, and stored once", async () => {
    const socket = await sockets.rich("marketing-1", id);
    const update = writer.edit(setTitle("A"));
    await receive(socket, push(1, update), push(2, update));
    await receive(socket, push(3, update));
    expect(socket.link.of("acked").map(({ ref }) => ref)).toEqual([1, 2, 3]);
    expect(world.tables.log.get(id)).toHaveLength(2);
  });

  it("[I7] [W12] comes after what was put back in it, to every connection of its author and nobody else", async () => {
    const update = writer.edit((doc) => doc.getMap(roots.state).set("status", "approved"));
    const entry = {
      seq: 2,
      repairs: [{ root: "state", key: "status", wrote: "approved", code: "read_only", facts: {} }],
    };
    const [first, second, other] = [
      await sockets.rich("marketing-1", id),
      await sockets.rich("marketing-1", id),
      await sockets.rich("marketing-head", id),
    ];
    await receive(first, push(1, update));
    const kinds = [first, second, other].map(({ link }) => link.kinds().slice(-3));
    expect(kinds[0]).toEqual(["acked", "repaired", "entry"]);
    expect(kinds[1]?.slice(-2)).toEqual(["repaired", "entry"]);
    expect(second.link.of("repaired")).toEqual([{ kind: "repaired", ...entry }]);
    expect(other.link.of("repaired")).toEqual([]);
    const [late, stranger] = [await sockets.rich("marketing-1", id), await sockets.rich("marketing-head", id)];
    expect([late, stranger].map(({ link }) => link.of("welcome")[0]?.missed)).toEqual([[entry], []]);
  });

  it.each<[string, () => Uint8Array, string]>([
    ["malformed", () => new Uint8Array([9, 9]), "malformed"],
    [
      "of another's client id",
      () => raw.rawUpdate([{ client: 50, start: 1, structs: [raw.gc(1)] }]),
      "foreign_client_id",
    ],
    [
      "that refers to what is not there",
      () => raw.rawUpdate([{ client: 70, start: 5, structs: [raw.gc(1)] }]),
      "missing",
    ],
  ])("[W13] is refused by its reference when it is %s; the app keeps it, the link stays", async (_name, make, code) => {
    await writer.write(setTitle("A"));
    const socket = await sockets.rich("marketing-head", id);
    await receive(socket, push(3, make()));
    expect(socket.link.of("refused")).toEqual([{ kind: "refused", ref: 3, code, facts: {} }]);
    expect(socket.link.closedWith).toBeNull();
    expect(world.tables.log.get(id)).toHaveLength(2);
  });

  it("that cannot be stored ends the link for now: it is pushed again by the next one", async () => {
    const socket = await sockets.rich("marketing-1", id);
    world.store.takeNumber = async () => {
      throw new Error("no database");
    };
    const draft = world.newTicketId();
    const other = await sockets.rich("marketing-1", draft);
    const author = await world.as("marketing-1", draft);
    const update = author.edit((doc) =>
      doc.getMap(roots.actions).set("a1", { type: "submit", actor: people["marketing-1"].id }),
    );
    await receive(other, push(1, update));
    expect(other.link.closedWith?.code).toBe(closeCodes.tryLater);
    expect(other.link.of("acked")).toEqual([]);
    await receive(socket, push(1, writer.edit(setTitle("A"))));
    expect(socket.link.of("acked")).toHaveLength(1);
  });

  it("may also come as a plain sync message, which is not acknowledged but shown", async () => {
    const socket = await sockets.rich("marketing-1", id);
    await receive(socket, encodeSync(2, writer.edit(setTitle("A"))));
    expect(socket.link.kinds()).toEqual(["welcome", "step1", "entry"]);
  });
});
