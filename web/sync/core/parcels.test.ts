import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { ActionId, TicketId } from "../../../shared/ids.ts";
import { deviceLimits } from "./limits.ts";
import { toParcels } from "./parcels.ts";
import type { OutboxRow } from "./records.ts";

const ticket = "t" as TicketId;

/** Rows of one session: each writes one field, or an action. */
const session = (kinds: ("content" | "action")[], client = 11, bytes = 0): OutboxRow[] => {
  const doc = new Y.Doc();
  doc.clientID = client;
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  return kinds.map((kind, i) => {
    doc.getMap("fields").set(`k${i}`, "x".repeat(bytes));
    return {
      n: client * 1000 + i,
      ticketId: ticket,
      update: updates[i] as Uint8Array,
      kind,
      what: kind === "action" ? "start" : "fields",
      actionId: kind === "action" ? (`a${i}` as ActionId) : null,
      client,
      madeAt: 0,
    };
  });
};
const shape = (rows: OutboxRow[]) => toParcels(rows).map((parcel) => parcel.rows.length);

describe("parcels", () => {
  it.each([
    { rows: [], parcels: [] },
    { rows: ["content"], parcels: [1] },
    { rows: ["content", "content", "content"], parcels: [3] },
    { rows: ["content", "content", "action", "content", "content"], parcels: [2, 1, 2] },
    { rows: ["action", "action"], parcels: [1, 1] },
  ] as const)("merge $rows into $parcels", ({ rows, parcels }) => {
    expect(shape(session([...rows]))).toEqual(parcels);
  });

  it("hold what their rows hold, in order", () => {
    const [parcel] = toParcels(session(["content", "content"]));
    const doc = new Y.Doc();
    Y.applyUpdate(doc, parcel?.update as Uint8Array);
    expect([...doc.getMap("fields").keys()]).toEqual(["k0", "k1"]);
  });

  it("stay below the bounds on bytes and Yjs client ids", () => {
    const large = Math.floor(deviceLimits.parcelBytes / 2);
    expect(shape(session(["content", "content", "content"], 11, large))).toEqual([1, 1, 1]);
    const many = Array.from({ length: deviceLimits.parcelClients + 1 }, (_, i) => session(["content"], 50 + i)).flat();
    expect(shape(many)).toEqual([deviceLimits.parcelClients, 1]);
  });

  it("let bytes that do not decode travel alone", () => {
    const [first, broken, last] = session(["content", "content", "content"]) as [OutboxRow, OutboxRow, OutboxRow];
    expect(shape([first, { ...broken, update: Uint8Array.of(255, 255, 255) }, last])).toEqual([1, 1, 1]);
  });
});
