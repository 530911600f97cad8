import { beforeEach, describe, expect, it } from "vitest";
import type * as Y from "yjs";
import { roots } from "../../shared/document/layout.ts";
import type { TicketId } from "../../shared/ids.ts";
import { encodePush } from "../../shared/protocol/messages.ts";
import { protocolVersion } from "../../shared/protocol/version.ts";
import { people } from "../../shared/sample-world.ts";
import { limits } from "../limits.ts";
import { settle } from "../testing/sync/fake-clock.ts";
import * as raw from "../testing/sync/raw-update.ts";
import { createSockets } from "../testing/sync/sockets.ts";
import { createSyncWorld, type SyncWorld } from "../testing/sync/sync-world.ts";
import { handleBulk } from "./bulk.ts";

const requester = people["marketing-1"].id;
const setTitle = (title: string) => (doc: Y.Doc) => void doc.getMap(roots.fields).set("title", title);
const nothing = new Uint8Array([0, 0]);
/** Refers to what nobody has. */
const orphan = raw.rawUpdate([{ client: 70, start: 5, structs: [raw.gc(1)] }]);
/** A letter that hangs on a letter. */
const impossible = raw.rawUpdate([
  {
    client: 70,
    start: 0,
    structs: [
      raw.type({ root: "description" }, 6),
      raw.text({ parent: [70, 0] }, "a"),
      raw.text({ parent: [70, 1] }, "b"),
    ],
  },
]);

let world: SyncWorld;
beforeEach(() => {
  world = createSyncWorld();
});
const openRooms = () => world.core.figures().openRooms;
const unknownIds = (count: number) => Array.from({ length: count }, world.newTicketId);
const bulk = (ids: readonly TicketId[], updates: readonly Uint8Array[]) =>
  handleBulk(
    requester,
    { version: protocolVersion, epoch: "", tickets: ids.map((id) => ({ id, since: 0, updates: [...updates] })) },
    { ...world, directory: () => world.directory },
  );

describe("a ticket that nobody has stored leaves no room behind", () => {
  it.each<[string, Uint8Array[]]>([
    ["that only asks", []],
    ["that brings nothing", [nothing]],
    ["that refers to what is not there", [orphan]],
    ["that brings what cannot be applied", [impossible]],
    ["that brings all of these", [nothing, orphan, impossible, nothing]],
  ])("after a bulk request %s, about as many as it may hold", async (_name, updates) => {
    const answer = await bulk(unknownIds(limits.bulkTickets), updates);
    expect(answer.ok && answer.value.tickets.length).toBe(limits.bulkTickets);
    await settle();
    expect(openRooms()).toBe(0);
  });

  it("after it was asked for", async () => {
    for (const id of unknownIds(100)) expect(await world.core.read(requester, id)).toBeNull();
    await settle();
    expect(openRooms()).toBe(0);
  });

  it("but one that was stored keeps its room for a while, also where something was refused", async () => {
    const id = world.ticket("requested");
    expect((await world.core.submit(requester, id, orphan)).kind).toBe("missing");
    expect(await world.core.read(people["sales-1"].id, id)).toBeNull();
    await settle();
    expect(openRooms()).toBe(1);
    const draft = world.newTicketId();
    const author = await world.as("sales-1", draft);
    expect((await author.write(setTitle("Mine"))).kind).toBe("acked");
    await settle();
    expect(openRooms()).toBe(2);
  });
});

describe("a room stays the only one of its ticket", () => {
  it("for somebody who opened it before it was stored, whatever others try meanwhile", async () => {
    const id = world.newTicketId();
    const sockets = createSockets(world);
    const opening = sockets.rich("sales-1", id);
    expect((await world.core.submit(requester, id, orphan)).kind).toBe("missing");
    expect(await world.core.read(requester, id)).toBeNull();
    const socket = await opening;
    expect((await world.core.submit(requester, id, impossible)).kind).toBe("refused");
    await settle();
    const author = await world.as("sales-1", id);
    const update = author.edit(setTitle("Mine"));
    socket.connection.receive(encodePush({ ref: 1, update }));
    await settle();
    expect(socket.link.of("entry")).toMatchObject([{ seq: 1 }]);
    expect(openRooms()).toBe(1);
  });

  it("for an update that waits behind a refused one", async () => {
    const id = world.newTicketId();
    const author = await world.as("sales-1", id);
    const release = world.control.holdCommits();
    const results = [impossible, author.edit(setTitle("Mine"))].map((update) =>
      world.core.submit(people["sales-1"].id, id, update),
    );
    await settle();
    expect([(await results[0])?.kind, openRooms()]).toEqual(["refused", 1]);
    release();
    expect(await results[1]).toMatchObject({ kind: "acked", seq: 1 });
    expect(world.tables.log.get(id)).toHaveLength(1);
  });
});
