import { beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { briefText } from "../../shared/document/brief-text.ts";
import { roots } from "../../shared/document/layout.ts";
import { readActions, readComments, readFields, readRulings, readState } from "../../shared/document/read.ts";
import { addAction, addComment, setDescriptionText, writeFields } from "../../shared/document/write.ts";
import { type ActionId, type CommentId, newId, type TicketId, type UserId } from "../../shared/ids.ts";
import { departments, directory, people } from "../../shared/sample-world.ts";
import { isoTime } from "../../shared/time.ts";
import type { Action } from "../../shared/workflow/actions.ts";
import { repairsOf } from "../testing/sync/told.ts";
import { systemClock } from "./clock.ts";
import { createMemoryTables, createMemoryTicketStore, type MemoryTables } from "./memory-ticket-store.ts";
import { createSyncCore, type SyncCore } from "./sync-core.ts";

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
const at = isoTime(Date.UTC(2026, 10, 23, 9));
const { "marketing-1": requester, "marketing-head": head, "creative-head": creativeHead, "sales-1": stranger } = people;
const creative1 = people["creative-1"];

describe("the sync core", () => {
  let tables: MemoryTables;
  let core: SyncCore;
  let id: TicketId;

  const newCore = () =>
    createSyncCore({
      store: createMemoryTicketStore(tables),
      directory: () => directory,
      clock: systemClock,
      random,
      hint: () => {},
      log: { warn: () => {}, error: (facts) => console.error(facts) },
    });

  beforeEach(() => {
    tables = createMemoryTables();
    core = newCore();
    id = newId<TicketId>(Date.now(), random);
  });

  /** A person's replica: what they hold, and what their edits send. */
  const replica = (userId: UserId, of: TicketId = id) => {
    const doc = new Y.Doc();
    const outbox: Uint8Array[] = [];
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "server") outbox.push(update);
    });
    const pull = async () => {
      const read = await core.read(userId, of);
      if (read !== null) Y.applyUpdate(doc, read.bytes, "server");
      return read;
    };
    return {
      doc,
      pull,
      push: async () => {
        const results = [];
        for (const update of outbox.splice(0)) results.push(await core.submit(userId, of, update));
        await pull();
        return results;
      },
    };
  };

  const act = (doc: Y.Doc, actor: UserId, action: Omit<Action, "actor"> & Record<string, unknown>): ActionId => {
    const actionId = newId<ActionId>(Date.now(), random);
    addAction(doc, actionId, { ...action, actor, at } as Action);
    return actionId;
  };

  const submitted = async () => {
    const author = replica(requester.id);
    writeFields(author.doc, {
      title: "Cold brew launch",
      department: departments.marketing.id,
      requestType: "socmed_posting",
      fileFormat: "still",
      suggestedAssignees: [creative1.id],
    });
    setDescriptionText(author.doc, "One film, three cuts");
    act(author.doc, requester.id, { type: "submit" });
    const results = await author.push();
    expect(results.map((result) => result.kind)).toEqual(["acked", "acked", "acked"]);
    return author;
  };

  it("takes a draft through submission and both approvals", async () => {
    const author = await submitted();
    expect(readState(author.doc)).toMatchObject({ status: "requested", number: 1001, requester: requester.id });
    for (const manager of [head, creativeHead]) {
      const device = replica(manager.id);
      await device.pull();
      act(device.doc, manager.id, { type: "approve" });
      await device.push();
    }
    await author.pull();
    expect(readState(author.doc)).toMatchObject({ status: "approved", assignee: creative1.id });
    expect([...readRulings(author.doc).values()].every((ruling) => ruling.accepted)).toBe(true);
    expect(tables.rows.get(id)?.summary.state.status).toBe("approved");
  });

  it("[I4] puts back what a person may not write and tells them", async () => {
    const author = await submitted();
    const device = replica(creative1.id);
    await device.pull();
    device.doc.getMap(roots.state).set("status", "completed");
    device.doc.getMap(roots.fields).set("title", "Mine now");
    const results = await device.push();
    expect(results.flatMap(repairsOf)).toEqual([
      { root: "state", key: "status", wrote: "completed", code: "read_only", facts: {} },
      expect.objectContaining({ root: "fields", key: "title", wrote: "Mine now", code: "forbidden" }),
    ]);
    await author.pull();
    expect(readState(author.doc).status).toBe("requested");
    expect(readFields(author.doc).title).toBe("Cold brew launch");
    expect(readFields(device.doc)).toEqual(readFields(author.doc));
  });

  it("[I4] does not let a forged standing in the same update speak for itself", async () => {
    await submitted();
    const device = replica(creative1.id);
    await device.pull();
    device.doc.transact(() => {
      device.doc.getMap(roots.state).set("assignee", creative1.id);
      device.doc.getMap(roots.state).set("status", "approved");
      act(device.doc, creative1.id, { type: "start" });
    });
    await device.push();
    expect(readState(device.doc)).toMatchObject({ status: "requested", assignee: null });
    expect([...readRulings(device.doc).values()].filter((ruling) => !ruling.accepted)).toHaveLength(1);
  });

  it("[I4] undoes an edit of the description by somebody who may only read it", async () => {
    const author = await submitted();
    for (const [manager, type] of [
      [head, "approve"],
      [creativeHead, "approve"],
      [creative1, "start"],
      [creative1, "complete"],
    ] as const) {
      const device = replica(manager.id);
      await device.pull();
      act(device.doc, manager.id, { type });
      await device.push();
    }
    await author.pull();
    expect(readState(author.doc).status).toBe("completed");
    const paragraph = author.doc.getXmlFragment(roots.description).get(0) as Y.XmlElement;
    const text = paragraph.get(0) as Y.XmlText;
    author.doc.transact(() => {
      text.delete(0, 3);
      text.insert(0, "Two hundred");
    });
    const [result] = await author.push();
    expect(result && repairsOf(result)).toMatchObject([{ root: "description", wrote: "Two hundred" }]);
    expect(briefText(author.doc)).toBe("One film, three cuts");
    const other = replica(head.id);
    await other.pull();
    expect(briefText(other.doc)).toBe("One film, three cuts");
  });

  it("[T16] refuses structs under another person's client id", async () => {
    const author = await submitted();
    const device = replica(head.id);
    await device.pull();
    const forged = new Y.Doc();
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(author.doc));
    forged.clientID = author.doc.clientID;
    let update: Uint8Array | undefined;
    forged.on("update", (bytes: Uint8Array) => {
      update = bytes;
    });
    addComment(forged, "c1" as CommentId, { author: head.id, body: "hello", parent: null, createdAt: at });
    expect(await core.submit(head.id, id, update as Uint8Array)).toMatchObject({
      kind: "refused",
      code: "foreign_client_id",
    });
  });

  it("[I9] answers a stranger as if the ticket did not exist", async () => {
    await submitted();
    expect(await core.read(stranger.id, id)).toBeNull();
    const device = replica(stranger.id);
    addComment(device.doc, "c1" as CommentId, { author: stranger.id, body: "hi", parent: null, createdAt: at });
    const update = Y.encodeStateAsUpdate(device.doc);
    expect(await core.submit(stranger.id, id, update)).toMatchObject({ kind: "refused", code: "forbidden" });
  });

  it("[I5] rules once on a replayed action", async () => {
    const author = await submitted();
    const device = replica(head.id);
    await device.pull();
    const actionId = act(device.doc, head.id, { type: "approve" });
    const update = Y.encodeStateAsUpdate(device.doc);
    const first = await core.submit(head.id, id, update);
    const again = await core.submit(head.id, id, update);
    expect([first.kind, again.kind]).toEqual(["acked", "acked"]);
    await author.pull();
    expect(readActions(author.doc).actions.filter((entry) => entry.id === actionId)).toHaveLength(1);
    expect(tables.log.get(id)?.flatMap((entry) => entry.events)).toHaveLength(2);
  });

  it("[I1] lets two nodes write one ticket: the log's key decides, both end alike", async () => {
    const author = await submitted();
    const other = newCore();
    await other.read(head.id, id);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(author.doc));
    const base = Y.encodeStateVector(doc);
    addComment(doc, "c2" as CommentId, { author: head.id, body: "via the other node", parent: null, createdAt: at });
    addComment(author.doc, "c1" as CommentId, {
      author: requester.id,
      body: "via this node",
      parent: null,
      createdAt: at,
    });
    const [there] = await Promise.all([other.submit(head.id, id, Y.encodeStateAsUpdate(doc, base)), author.push()]);
    expect(there.kind).toBe("acked");
    const here = await newCore().read(requester.id, id);
    const final = new Y.Doc();
    Y.applyUpdate(final, here?.bytes as Uint8Array);
    expect([...readComments(final).keys()].sort()).toEqual(["c1", "c2"]);
  });
});
