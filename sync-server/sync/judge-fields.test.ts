import { beforeEach, describe, expect, it } from "vitest";
import type * as Y from "yjs";
import { roots } from "../../shared/document/layout.ts";
import type { TicketId } from "../../shared/ids.ts";
import { departments, people, products, type SampleUsername } from "../../shared/sample-world.ts";
import type { FieldKey, Status } from "../../shared/ticket/ticket.ts";
import { expectConverged } from "../testing/sync/expect-converged.ts";
import { createSyncWorld, type SyncWorld } from "../testing/sync/sync-world.ts";
import { repairCodes, repairsOf } from "../testing/sync/told.ts";

const admin = people.admin.id;
const set = (key: string, value: unknown) => (doc: Y.Doc) => void doc.getMap(roots.fields).set(key, value);

let world: SyncWorld;
beforeEach(() => {
  world = createSyncWorld();
});

/** One person's one edit of a ticket in this status: what was put back, and what stands in the field afterwards. */
const edit = async (username: SampleUsername, status: Status, change: (doc: Y.Doc) => void, id?: TicketId) => {
  const ticket = id ?? world.ticket(status);
  const writer = await world.as(username, ticket);
  const before = world.stored(ticket).fields;
  const result = await writer.write(change);
  const reader = status === "draft" ? people["marketing-1"].id : admin;
  await expectConverged(world, ticket, reader);
  return { result, before, after: world.stored(ticket).fields, own: writer.doc.getMap(roots.fields), ticket };
};

describe("[I4] a field is changed by those whose role allows it in that status, and by nobody else", () => {
  it.each<[SampleUsername, Status, boolean]>([
    ["marketing-1", "draft", true],
    ["marketing-1", "requested", true],
    ["marketing-1", "rejected", true],
    ["marketing-1", "pending_creative", false],
    ["marketing-1", "approved", false],
    ["marketing-1", "in_progress", false],
    ["marketing-1", "completed", false],
    ["marketing-head", "requested", true],
    ["marketing-head", "pending_creative", true],
    ["marketing-head", "approved", false],
    ["creative-head", "requested", true],
    ["creative-head", "in_progress", true],
    ["creative-head", "completed", false],
    ["admin", "in_progress", true],
    ["admin", "completed", false],
    ["creative-1", "approved", false],
    ["creative-1", "in_progress", false],
    ["creative-2", "in_progress", false],
  ])("%s in %s: %s", async (username, status, isAllowed) => {
    const { result, before, after, own } = await edit(username, status, set("title", "Another title"));
    expect(after.title).toBe(isAllowed ? "Another title" : before.title);
    expect(own.get("title")).toBe(after.title);
    const told = { root: "fields", key: "title", wrote: "Another title", code: "forbidden", facts: { status } };
    expect(repairsOf(result)).toEqual(isAllowed ? [] : [told]);
  });

  it("what is put back is the old value, also where a key was deleted or new", async () => {
    const change = (doc: Y.Doc) => {
      doc.getMap(roots.fields).delete("title");
      set("category", "technical")(doc);
      set("criteria", "video")(doc);
    };
    const { result, before, after } = await edit("creative-1", "in_progress", change);
    expect(repairCodes(result).sort()).toEqual([
      "fields.category: forbidden",
      "fields.criteria: forbidden",
      "fields.title: forbidden",
    ]);
    expect(repairsOf(result).find(({ key }) => key === "title")?.wrote).toBeNull();
    expect(after).toEqual(before);
  });

  it("one forbidden field does not take an allowed comment with it", async () => {
    const comment = {
      author: people["creative-1"].id,
      body: "On it.",
      parent: null,
      createdAt: "2026-03-04T09:00:00Z",
    };
    const change = (doc: Y.Doc) => {
      set("title", "Mine")(doc);
      doc.getMap(roots.comments).set("c1", comment);
    };
    const { result, ticket } = await edit("creative-1", "in_progress", change);
    expect(repairCodes(result)).toEqual(["fields.title: forbidden"]);
    expect(world.tables.rows.get(ticket)?.summary.commentCount).toBe(1);
  });

  it.each(["draft", "requested"] as const)(
    "a stranger's update of a ticket in %s is not stored at all",
    async (status) => {
      const id = world.ticket(status);
      const stranger = await world.as("sales-1", id);
      expect(stranger.doc.getMap(roots.fields).size).toBe(0);
      expect(await stranger.write(set("title", "Mine"))).toEqual({ kind: "refused", code: "forbidden", facts: {} });
      expect(world.tables.log.get(id)).toHaveLength(1);
    },
  );
});

describe("[T13] what a field may hold does not depend on who writes it", () => {
  it.each<[FieldKey | "status", unknown]>([
    ["title", 7],
    ["title", "x".repeat(201)],
    ["priority", "asap"],
    ["quantity", 0],
    ["quantity", 1.5],
    ["department", "marketing"],
    ["kind", "support"],
    ["items", [{ product: products.bannerAd.id, quantity: 2, price: 0 }]],
    ["suggestedAssignees", "creative-1"],
    ["scheduledStart", "tomorrow"],
    ["status", "approved"],
  ])("%s: %j", async (key, value) => {
    const { result, before, after, own } = await edit("admin", "requested", set(key, value));
    expect(repairCodes(result)).toEqual([`fields.${key}: invalid_value`]);
    expect(repairsOf(result)[0]?.wrote).toEqual(value);
    expect(after).toEqual(before);
    expect(own.has("status")).toBe(false);
  });

  it("another department is named by admins only", async () => {
    const change = set("department", departments.sales.id);
    expect(repairCodes((await edit("marketing-1", "requested", change)).result)).toEqual([
      "fields.department: forbidden",
    ]);
    expect(repairCodes((await edit("marketing-head", "requested", change)).result)).toEqual([
      "fields.department: forbidden",
    ]);
    expect((await edit("admin", "requested", change)).after.department).toBe(departments.sales.id);
  });

  it("a submitted ticket cannot be edited into one that could not have been submitted", async () => {
    const { result, after } = await edit("marketing-1", "requested", set("title", "  "));
    expect(repairsOf(result)).toMatchObject([{ key: "title", code: "invalid_value", facts: { problem: "required" } }]);
    expect(after.title).toBe("Sample website_banner");
    const shoot = await edit("marketing-1", "requested", set("requestType", "photoshoot"));
    expect(repairsOf(shoot.result)).toMatchObject([{ key: "requestType", code: "invalid_value" }]);
    expect(shoot.after.requestType).toBe("website_banner");
  });

  it("a draft may be as incomplete as it likes", async () => {
    const { result, after } = await edit("marketing-1", "draft", set("title", ""));
    expect([repairsOf(result), after.title]).toEqual([[], ""]);
  });
});

describe("[I4] winning Yjs' conflict resolution wins nothing", () => {
  it.each([
    ["higher", 4_000_000_000],
    ["lower", 2],
  ])("a concurrent forbidden write under a %s client id", async (_name, client) => {
    const id = world.ticket("in_progress");
    const attacker = await world.as("creative-1", id, client);
    const forged = attacker.edit(set("title", "Mine"));
    const head = await world.as("creative-head", id, 1_000);
    await head.write(set("title", "Hers"));
    const result = await attacker.submit(forged);
    expect(world.stored(id).fields.title).toBe("Hers");
    expect(repairCodes(result)).toEqual(client > 1_000 ? ["fields.title: forbidden"] : []);
    await head.pull();
    await head.write(set("title", "Hers still"));
    await attacker.pull();
    expect(attacker.doc.getMap(roots.fields).get("title")).toBe("Hers still");
    await expectConverged(world, id, admin);
  });
});

describe("in the trash nothing changes", () => {
  it("and the author reads who put it there", async () => {
    const id = world.ticket("requested");
    const head = await world.as("marketing-head", id);
    await head.write((doc) =>
      doc.getMap(roots.actions).set("t1", { type: "trash", actor: people["marketing-head"].id }),
    );
    const { result } = await edit("marketing-1", "requested", set("title", "Mine"), id);
    expect(repairsOf(result)).toMatchObject([{ code: "trashed", facts: { by: people["marketing-head"].id } }]);
  });
});
