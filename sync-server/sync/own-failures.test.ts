import { beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { roots } from "../../shared/document/layout.ts";
import type { TicketId } from "../../shared/ids.ts";
import { closeCodes } from "../../shared/protocol/close-codes.ts";
import { encodePush, encodeSync } from "../../shared/protocol/messages.ts";
import { people } from "../../shared/sample-world.ts";
import { limits } from "../limits.ts";
import { settle } from "../testing/sync/fake-clock.ts";
import * as raw from "../testing/sync/raw-update.ts";
import { createSockets, type Socket, type Sockets } from "../testing/sync/sockets.ts";
import { briefClient, createSyncWorld, type SyncWorld, type Writer } from "../testing/sync/sync-world.ts";

const requester = people["marketing-1"].id;
const secret = "what somebody wrote";
const setTitle = (title: string) => (doc: Y.Doc) => void doc.getMap(roots.fields).set("title", title);
const bug = () => {
  throw new TypeError("a bug of ours");
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

const receive = async ({ connection }: Socket, frame: Uint8Array) => {
  connection.receive(frame);
  await settle();
};
const lines = () =>
  world.logged.map(({ level, facts, message }) => {
    expect(JSON.stringify(facts)).not.toContain(secret);
    const { ticket, error } = facts as { ticket: TicketId; error: Error };
    return { level, message, ticket, error: error.name };
  });

describe("a failure of ours is not put down to a client", () => {
  /** The rules ask who leads a department: that is where ours fails. */
  const breakRules = () => {
    const departments = new Map(world.directory.departments);
    departments.get = bug;
    departments.values = bug;
    departments[Symbol.iterator] = bug;
    world.directory = { ...world.directory, departments };
  };
  const gaveUp = () => [
    { level: "error", message: "a room gave up what it was doing", ticket: id, error: "TypeError" },
  ];

  it("while an update is judged: it is asked for again later, and logged as an error", async () => {
    const update = writer.edit(setTitle(secret));
    breakRules();
    expect(await world.core.submit(people["marketing-head"].id, id, update)).toEqual({ kind: "later" });
    expect(lines()).toEqual(gaveUp());
  });

  it("and both kinds of clients are told to try later, not that they are malformed", async () => {
    const plain = await sockets.plain("marketing-head", id);
    const rich = await sockets.rich("marketing-head", id);
    const update = writer.edit(setTitle(secret));
    breakRules();
    await receive(rich, encodePush({ ref: 1, update }));
    for (const { link } of [plain, rich]) expect(link.closedWith?.code).toBe(closeCodes.tryLater);
    expect(lines()).toEqual(gaveUp());
  });

  it.each<[string, (socket: Socket) => Promise<void>]>([
    [
      "a push is handed on",
      async (socket) => {
        world.core.deliver = bug;
        await receive(socket, encodePush({ ref: 1, update: writer.edit(setTitle(secret)) }));
      },
    ],
    [
      "a state vector is answered",
      async (socket) => {
        world.core.room(id).read = async () => ({ seq: 1, bytes: new Uint8Array([200]) });
        await receive(socket, encodeSync(0, Y.encodeStateVector(writer.doc)));
      },
    ],
    [
      "what is missing is asked for",
      async (socket) => {
        world.core.room(id).read = async () => ({ seq: 1, bytes: new Uint8Array([200]) });
        writer.edit(setTitle("lost on the way"));
        await receive(socket, encodeSync(2, writer.edit(setTitle(secret))));
      },
    ],
  ])("while %s", async (_name, act) => {
    const socket = await sockets.rich("marketing-1", id);
    await act(socket);
    expect(socket.link.closedWith?.code).toBe(closeCodes.tryLater);
    expect(lines()).toMatchObject([{ level: "error", message: "a connection gave up what it was doing", ticket: id }]);
  });
});

describe("an update that Yjs cannot apply", () => {
  /** Every field can be read; but the parent it names is a letter. */
  const hangsOnText = raw.rawUpdate([
    { client: 70, start: 0, structs: [raw.text({ parent: [briefClient, 2] }, secret)] },
  ]);

  it("is refused as malformed, and its operator is told what was thrown over which ticket", async () => {
    expect(await world.core.submit(requester, id, hangsOnText)).toMatchObject({ kind: "refused", code: "malformed" });
    expect(lines()).toEqual([
      { level: "warn", message: "an update could not be applied", ticket: id, error: "TypeError" },
    ]);
    expect((await writer.write(setTitle("A"))).kind).toBe("acked");
  });

  it("does not fill the log, however many come", async () => {
    for (let i = 0; i < 3 * limits.spoiltWarningsBurst; i++) await world.core.submit(requester, id, hangsOnText);
    expect(world.logged).toHaveLength(limits.spoiltWarningsBurst);
    await world.clock.advance(1_000);
    await world.core.submit(requester, id, hangsOnText);
    expect(world.logged).toHaveLength(limits.spoiltWarningsBurst + limits.spoiltWarningsPerSecond);
  });

  it("is not told of where bytes cannot even be read: that happens, and says nothing about us", async () => {
    expect(await world.core.submit(requester, id, new Uint8Array([9, 9]))).toMatchObject({ code: "malformed" });
    expect(world.logged).toEqual([]);
  });
});
