import { beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { briefText } from "../../shared/document/brief-text.ts";
import { roots } from "../../shared/document/layout.ts";
import { addAction, setDescriptionText, writeFields } from "../../shared/document/write.ts";
import type { ActionId, TicketId } from "../../shared/ids.ts";
import { people, type SampleUsername } from "../../shared/sample-world.ts";
import type { Asked } from "../../shared/testing/ask.ts";
import type { Action } from "../../shared/workflow/actions.ts";
import { expectConverged } from "../testing/sync/expect-converged.ts";
import { createSyncWorld, type SyncWorld } from "../testing/sync/sync-world.ts";
import { repairCodes, repairsOf } from "../testing/sync/told.ts";

/** An update is one or many of a device's edits; in which order they were made it does not say. */
let world: SyncWorld;
beforeEach(() => {
  world = createSyncWorld();
});

const act = (doc: Y.Doc, username: SampleUsername, asked: Asked, key = "a1") =>
  addAction(doc, key as ActionId, { ...asked, actor: people[username].id } as Action);

const work = async (username: SampleUsername, id: TicketId, change: (doc: Y.Doc) => void) => {
  const writer = await world.as(username, id);
  const result = await writer.write(change);
  await expectConverged(world, id, people.admin.id);
  return result;
};

describe("content that was allowed before the actions of its update", () => {
  it("stays: a creative writes the description and completes", async () => {
    const id = world.ticket("in_progress");
    const result = await work("creative-1", id, (doc) => {
      act(doc, "creative-1", { type: "complete" });
      setDescriptionText(doc, "Delivered in three sizes.");
    });
    expect(repairsOf(result)).toEqual([]);
    expect(briefText(world.replay(id))).toBe("Delivered in three sizes.");
    expect(world.stored(id).state.status).toBe("completed");
  });

  it("stays: a head edits the title and approves", async () => {
    const id = world.ticket("pending_creative");
    await work("marketing-head", world.ticket("requested"), (doc) => {
      act(doc, "marketing-head", { type: "approve" });
      writeFields(doc, { title: "With a better title" });
    });
    const result = await work("creative-head", id, (doc) => {
      act(doc, "creative-head", { type: "approve" });
      writeFields(doc, { priority: "urgent" });
    });
    expect(repairsOf(result)).toEqual([]);
    // The deadline is that of the ticket as it will stand.
    expect(world.stored(id).state.deadlineReason).toContain("urgent");
  });

  it("stays when the update says nothing about the order: merged rows of a device", async () => {
    const id = world.ticket("in_progress");
    const writer = await world.as("creative-1", id);
    const rows = [
      writer.edit((doc) => setDescriptionText(doc, "First")),
      writer.edit((doc) => act(doc, "creative-1", { type: "complete" })),
    ];
    expect(repairsOf(await writer.submit(Y.mergeUpdates(rows.reverse())))).toEqual([]);
    expect(briefText(world.replay(id))).toBe("First");
  });
});

describe("content that is allowed after the actions of its update", () => {
  it("stays: a head takes a ticket out of the trash and edits it", async () => {
    const id = world.ticket("requested");
    await work("marketing-head", id, (doc) => act(doc, "marketing-head", { type: "trash" }, "t1"));
    const result = await work("marketing-head", id, (doc) => {
      writeFields(doc, { title: "Back again" });
      setDescriptionText(doc, "And rewritten.");
      act(doc, "marketing-head", { type: "restore" }, "t2");
    });
    expect(repairsOf(result)).toEqual([]);
    expect(world.stored(id)).toMatchObject({ fields: { title: "Back again" }, brief: "And rewritten." });
  });

  it("stays: a requester sends completed work back and adds what is missing", async () => {
    const id = world.ticket("completed");
    const result = await work("marketing-1", id, (doc) => {
      setDescriptionText(doc, "The logo must be bigger.");
      act(doc, "marketing-1", { type: "request_revision", comment: "See there." });
    });
    expect(repairsOf(result)).toEqual([]);
    expect(world.stored(id)).toMatchObject({ brief: "The logo must be bigger.", state: { revisionCount: 1 } });
  });
});

describe("content that is allowed at no moment of its update", () => {
  it("is put back, and the actions are judged without it", async () => {
    const id = world.ticket("in_progress");
    const before = world.stored(id).fields;
    const result = await work("creative-1", id, (doc) => {
      writeFields(doc, { title: "Mine", priority: "low" });
      act(doc, "creative-1", { type: "complete" });
    });
    expect(repairCodes(result).sort()).toEqual(["fields.priority: forbidden", "fields.title: forbidden"]);
    expect(world.stored(id)).toMatchObject({ fields: before, state: { status: "completed" } });
  });

  it("is put back where the action that would allow it is refused", async () => {
    const id = world.ticket("completed");
    const result = await work("creative-1", id, (doc) => {
      setDescriptionText(doc, "Mine");
      act(doc, "creative-1", { type: "request_revision", comment: "I want to go on." });
    });
    expect(repairsOf(result)).toMatchObject([{ root: "description", wrote: "Mine", code: "forbidden" }]);
    expect(world.stored(id).state.status).toBe("completed");
  });

  it("does not complete a submission: fields that may not stand do not count", async () => {
    const id = world.newTicketId();
    const writer = await world.as("marketing-1", id);
    const result = await writer.write((doc) => {
      writeFields(doc, { title: "Autumn", requestType: "socmed_posting" });
      doc.getMap(roots.fields).set("fileFormat", "hologram");
      act(doc, "marketing-1", { type: "submit" });
    });
    expect(repairCodes(result)).toEqual(["fields.fileFormat: invalid_value"]);
    expect(result.kind === "acked" && [...result.rulings.values()]).toMatchObject([
      { accepted: false, code: "incomplete", facts: { fields: { fileFormat: "required" } } },
    ]);
  });
});
