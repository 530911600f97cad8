import { beforeEach, describe, expect, it } from "vitest";
import type * as Y from "yjs";
import { fieldKeys, mapRoots, roots, stateKeys } from "../../shared/document/layout.ts";
import { addAction, writeFields } from "../../shared/document/write.ts";
import type { ActionId, TicketId } from "../../shared/ids.ts";
import { people, type SampleUsername } from "../../shared/sample-world.ts";
import { expectConverged } from "../testing/sync/expect-converged.ts";
import { createSyncWorld, type SyncWorld } from "../testing/sync/sync-world.ts";
import { repairCodes, repairsOf } from "../testing/sync/told.ts";

const admin = people.admin.id;
const setState = (key: string, value: unknown) => (doc: Y.Doc) => void doc.getMap(roots.state).set(key, value);

let world: SyncWorld;
let id: TicketId;
beforeEach(() => {
  world = createSyncWorld();
  id = world.ticket("requested");
});

describe("[T14] [D3] nobody writes the state", () => {
  it.each(stateKeys)("%s", async (key) => {
    const before = world.stored(id).state;
    const row = world.tables.rows.get(id)?.summary;
    const forger = await world.as("admin", id);
    const result = await forger.write(setState(key, "approved"));
    expect(repairsOf(result)).toEqual([{ root: "state", key, wrote: "approved", code: "read_only", facts: {} }]);
    expect(world.stored(id).state).toEqual(before);
    expect(forger.doc.getMap(roots.state).toJSON()).toEqual(world.replay(id).getMap(roots.state).toJSON());
    expect(world.tables.rows.get(id)?.summary).toEqual(row);
    await expectConverged(world, id, admin);
  });

  it("not by deleting all of it", async () => {
    const before = world.stored(id).state;
    const forger = await world.as("marketing-1", id);
    await forger.write((doc) => doc.getMap(roots.state).clear());
    expect(world.stored(id).state).toEqual(before);
    await expectConverged(world, id, admin);
  });

  it("not by writing 'approved' under every key of every map", async () => {
    const before = world.tables.rows.get(id)?.summary;
    const forger = await world.as("creative-1", world.ticket("approved"));
    const outsider = await world.as("marketing-1", id);
    for (const writer of [forger, outsider])
      await writer.write((doc) => {
        for (const root of mapRoots)
          for (const key of [...stateKeys, ...fieldKeys, "approved"]) doc.getMap(roots[root]).set(key, "approved");
      });
    expect(world.tables.rows.get(id)?.summary).toEqual({ ...before, fields: { ...before?.fields, title: "approved" } });
    await expectConverged(world, id, admin);
  });

  it.each<[string, SampleUsername, number]>([
    ["higher than all others'", "marketing-1", 4_294_967_295],
    ["just above the server's", "marketing-1", 2],
    ["higher, by an admin", "admin", 4_000_000_000],
  ])("not by a write that wins against the server's own, under a client id %s", async (_name, username, client) => {
    const forger = await world.as(username, id, client);
    const forged = forger.edit((doc) => {
      setState("status", "completed")(doc);
      setState("assignee", people["sales-1"].id)(doc);
      setState("deptApproval", { by: people["marketing-head"].id, at: "2026-03-04T09:00:00.000Z", passed: false })(doc);
    });
    // Meanwhile the server writes the very same keys.
    const head = await world.as("marketing-head", id);
    await head.write((doc) =>
      addAction(doc, "a1" as ActionId, { type: "approve", actor: people["marketing-head"].id }),
    );
    const before = world.stored(id).state;
    expect(before.status).toBe("pending_creative");
    const result = await forger.submit(forged);
    expect(repairCodes(result)).toContain("state.status: read_only");
    expect(world.stored(id).state).toEqual(before);
    await forger.pull();
    expect(forger.doc.getMap(roots.state).get("status")).toBe("pending_creative");
    await expectConverged(world, id, admin);
  });
});

describe("[T14] the first update of a ticket does not say what the ticket is", () => {
  it("its writer is its requester, whatever it claims", async () => {
    const draft = world.newTicketId();
    const writer = await world.as("marketing-1", draft);
    const result = await writer.write((doc) => {
      writeFields(doc, { title: "Autumn" });
      setState("requester", people["sales-1"].id)(doc);
      setState("status", "approved")(doc);
      setState("createdAt", "1999-01-01T00:00:00.000Z")(doc);
      setState("number", 1)(doc);
    });
    expect(repairCodes(result).sort()).toEqual([
      "state.createdAt: read_only",
      "state.number: read_only",
      "state.requester: read_only",
      "state.status: read_only",
    ]);
    expect(world.stored(draft).state).toMatchObject({
      requester: people["marketing-1"].id,
      status: "draft",
      number: null,
      createdAt: "2026-03-04T09:00:00.000Z",
    });
    await expectConverged(world, draft, people["marketing-1"].id);
  });

  it("nor does a forged standing speak for an action beside it", async () => {
    const draft = world.newTicketId();
    const forger = await world.as("creative-1", draft);
    const result = await forger.write((doc) => {
      setState("status", "in_progress")(doc);
      setState("assignee", people["creative-1"].id)(doc);
      addAction(doc, "a1" as ActionId, { type: "complete", actor: people["creative-1"].id });
    });
    expect(result).toMatchObject({ kind: "acked" });
    expect(result.kind === "acked" && [...result.rulings.values()]).toMatchObject([{ accepted: false }]);
    expect(world.stored(draft).state).toMatchObject({ status: "draft", assignee: null });
    await expectConverged(world, draft, people["creative-1"].id);
  });
});
