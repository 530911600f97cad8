import { beforeEach, expect, it } from "vitest";
import type * as Y from "yjs";
import { setDescriptionText } from "../../shared/document/write.ts";
import type { TicketId } from "../../shared/ids.ts";
import { people } from "../../shared/sample-world.ts";
import { limits } from "../limits.ts";
import { createReplica } from "../testing/sync/replica.ts";
import { createSyncWorld, type SyncWorld } from "../testing/sync/sync-world.ts";
import type { NewEntry } from "./ticket-store.ts";

let world: SyncWorld;
beforeEach(() => {
  world = createSyncWorld();
});

/** A ticket whose node wrote a description and ended before it wrote the row. */
const leftBehind = (brief: string): TicketId => {
  const id = world.ticket("requested");
  const update = createReplica(70).edit((doc: Y.Doc) => setDescriptionText(doc, brief));
  const first = world.tables.log.get(id)?.[0] as NewEntry;
  world.tables.log.set(id, [first, { ...first, seq: 2, update, userId: people["marketing-1"].id, entryId: "second" }]);
  return id;
};
const row = (id: TicketId) => world.tables.rows.get(id);
const look = () => world.clock.advance(limits.leftBehindPollMs);

it("[I8] rows left behind are written, many tickets in one round trip", async () => {
  const ids = Array.from({ length: 2 * limits.projectTickets + 1 }, (_, i) => leftBehind(`brief ${i}`));
  await look();
  for (const id of ids) expect(row(id)).toMatchObject({ seq: 2, summary: { id } });
  expect(row(ids[7] as TicketId)?.summary.brief).toContain("brief 7");
  expect(world.control.loads).toBe(3);
  expect(world.complaints).toEqual([]);
});

it("a ticket that no row can be made of holds back no other, and is named in the log", async () => {
  const [spoilt, sound] = [leftBehind("spoilt"), leftBehind("sound")];
  const log = world.tables.log.get(spoilt) ?? [];
  world.tables.log.set(
    spoilt,
    log.map((entry) => ({ ...entry, update: new Uint8Array([200]) })),
  );
  await look();
  expect([row(spoilt)?.seq, row(sound)?.seq]).toEqual([1, 2]);
  expect(world.logged).toMatchObject([{ level: "error", facts: { ticket: spoilt } }]);
});

it("what the database does not take now is written when it does", async () => {
  const id = leftBehind("later");
  const { project } = world.store;
  world.store.project = async () => {
    throw new Error("no database");
  };
  await look();
  expect(row(id)?.seq).toBe(1);
  world.store.project = project;
  await look();
  expect(row(id)?.seq).toBe(2);
});
