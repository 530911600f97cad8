import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { addAction, writeFields, writeRuling } from "../../../shared/document/write.ts";
import type { ActionId, TicketId } from "../../../shared/ids.ts";
import type { BulkTicketAnswer } from "../../../shared/protocol/bulk.ts";
import { people } from "../../../shared/sample-world.ts";
import { isoTime } from "../../../shared/time.ts";
import { buildDocument, knownUpdates } from "./known.ts";
import type { OutboxRow, StoredTicket, TicketWrites } from "./records.ts";
import { type SentTicket, settleAnswer } from "./settle-answer.ts";

const ticket = "0190a000-0000-7000-8000-000000000001" as TicketId;
const me = people["creative-1"];
const context = { ticket, title: "Autumn banner", nowMs: 5_000 };
const at = isoTime(5_000);
const never = () => false;

const recorded = (doc: Y.Doc, edit: (doc: Y.Doc) => void): Uint8Array => {
  let made = new Uint8Array();
  doc.once("update", (update: Uint8Array) => {
    made = update as Uint8Array<ArrayBuffer>;
  });
  edit(doc);
  return made;
};

/** A device with one field edit and one start action that wait, on top of a server state up to #2. */
const device = () => {
  const server = new Y.Doc();
  writeFields(server, { title: "Server's" });
  const bytes = Y.encodeStateAsUpdate(server);
  const local = new Y.Doc();
  Y.applyUpdate(local, bytes);
  const row = (n: number, update: Uint8Array, actionId: string | null = null): OutboxRow => ({
    n,
    ticketId: ticket,
    update,
    kind: actionId === null ? "content" : "action",
    what: actionId === null ? "fields" : "start",
    actionId: actionId as ActionId | null,
    client: local.clientID,
    madeAt: n,
  });
  const rows = [
    row(
      1,
      recorded(local, (doc) => writeFields(doc, { quantity: 4 })),
    ),
    row(
      2,
      recorded(local, (doc) => addAction(doc, "a1" as ActionId, { type: "start", actor: me.id, at, n: 1 })),
      "a1",
    ),
  ];
  const stored: StoredTicket = { bytes, since: 2, tail: [], rows };
  const sent: SentTicket = { since: 2, parcels: rows.map((one) => ({ rows: [one], update: one.update })) };
  return { server, rows, stored, sent };
};

const synced = (more: Partial<Extract<BulkTicketAnswer, { status: "synced" }>>): BulkTicketAnswer => ({
  id: ticket,
  status: "synced",
  seq: 4,
  results: [{ kind: "acked" }, { kind: "acked" }],
  diff: new Uint8Array(0),
  missed: [],
  ...more,
});

/** What the device holds of the server's state once `writes` are written. */
const knownAfter = (stored: StoredTicket, writes: TicketWrites): Y.Doc | null =>
  buildDocument(
    ticket,
    knownUpdates({ ...stored, ...writes.document, tail: [...stored.tail, ...(writes.tail ?? [])] }),
  );

describe("settling a bulk answer", () => {
  it("[I2] moves acknowledged rows out of the outbox and into the server-known state at once", () => {
    const { stored, sent } = device();
    const settled = settleAnswer(stored, sent, synced({}), never, context);
    expect(settled).toMatchObject({ known: 4, effect: "refresh", writes: { dropRows: [1, 2] } });
    const known = knownAfter(stored, settled?.writes ?? {});
    expect(known?.getMap("fields").toJSON()).toMatchObject({ title: "Server's", quantity: 4 });
    expect(settled?.writes.summary).toMatchObject({ seq: 4, summary: { fields: { quantity: 4 } } });
  });

  it("[I7] keeps an own action that was ruled against", () => {
    const { server, stored, sent } = device();
    const diff = recorded(server, (doc) =>
      writeRuling(doc, "a1" as ActionId, {
        accepted: false,
        code: "wrong_status",
        facts: { by: "x" },
        status: "rejected",
        at,
      }),
    );
    const settled = settleAnswer(stored, sent, synced({ diff }), never, context);
    expect(settled?.writes.refused).toEqual([
      expect.objectContaining({
        id: `${ticket}:actions:a1`,
        what: "start",
        code: "wrong_status",
        facts: { by: "x", status: "rejected" },
        at,
      }),
    ]);
  });

  it("[I1] takes in an answer about changes that a live link has settled meanwhile", () => {
    const { stored, sent } = device();
    const settled = settleAnswer({ ...stored, rows: [] }, sent, synced({ diff: new Uint8Array() }), never, context);
    const known = { ...stored, rows: [], tail: [...stored.tail, ...(settled?.writes.tail ?? [])] };
    expect(buildDocument(ticket, knownUpdates(known))).not.toBeNull();
  });

  it("[I7] keeps what was put back, under an id that the same repair has again", () => {
    const { stored, sent } = device();
    const repair = { root: "fields", key: "quantity", wrote: 4, code: "forbidden", facts: {} };
    const settled = settleAnswer(stored, sent, synced({ missed: [{ seq: 3, repairs: [repair] }] }), never, context);
    expect(settled?.writes.refused).toEqual([
      expect.objectContaining({
        id: `${ticket}:3:fields:quantity`,
        wrote: "4",
        code: "forbidden",
        title: "Autumn banner",
      }),
    ]);
  });

  it("[I7] keeps the text of refused bytes and lets the others be stored", () => {
    const { stored, sent } = device();
    const results = [{ kind: "refused", code: "malformed", facts: {} } as const, { kind: "acked" } as const];
    const settled = settleAnswer(stored, sent, synced({ results }), never, context);
    expect(settled).toMatchObject({ effect: "rebuild", writes: { dropRows: [2, 1] } });
    expect(settled?.writes.refused).toEqual([
      expect.objectContaining({ key: "quantity", wrote: "4", code: "malformed" }),
    ]);
  });

  it("sends again what refers to something missing, until it is given up", () => {
    const { stored, sent, rows } = device();
    const results = [{ kind: "refused", code: "missing", facts: {} } as const, { kind: "acked" } as const];
    const waiting = settleAnswer(stored, sent, synced({ results }), never, context);
    expect(waiting).toMatchObject({ effect: "refresh", writes: { dropRows: [2] }, missing: [rows[0]] });
    const givenUp = settleAnswer(stored, sent, synced({ results }), ({ n }) => n === 1, context);
    expect(givenUp).toMatchObject({ effect: "rebuild", writes: { dropRows: [2, 1] }, missing: [] });
  });

  it("[I7] keeps everything unsent of a ticket that is gone, also what was written meanwhile", () => {
    const { stored, sent } = device();
    const settled = settleAnswer(stored, { ...sent, parcels: [] }, { id: ticket, status: "gone" }, never, context);
    expect(settled).toMatchObject({
      known: null,
      effect: "vanish",
      writes: { document: null, summary: null, dropRows: [1, 2] },
    });
    expect(settled?.writes.refused?.map(({ what, code }) => [what, code])).toEqual([
      ["fields", "gone"],
      ["start", "gone"],
    ]);
  });

  it("writes a first download as one document", () => {
    const { server } = device();
    const empty: StoredTicket = { bytes: null, since: 0, tail: [], rows: [] };
    const diff = Y.encodeStateAsUpdate(server);
    const settled = settleAnswer(empty, { since: 0, parcels: [] }, synced({ results: [], diff }), never, context);
    expect(settled?.writes).toMatchObject({ document: { bytes: diff, since: 4 } });
  });

  it.each([
    { why: "the server asks for patience", answer: { id: ticket, status: "later" } as const, since: 2 },
    { why: "the document was thrown away since", answer: synced({}), since: 9 },
  ])("changes nothing when $why", ({ answer, since }) => {
    const { stored, sent } = device();
    expect(settleAnswer(stored, { ...sent, since }, answer, never, context)).toBeNull();
  });

  it("sets aside bytes that do not decode, and keeps the rows", () => {
    const { stored, sent } = device();
    const broken = { ...stored, bytes: Uint8Array.of(9, 9, 9) };
    const settled = settleAnswer(broken, sent, synced({}), never, context);
    expect(settled).toMatchObject({
      known: null,
      effect: "rebuild",
      writes: { document: null, quarantine: [broken.bytes] },
    });
    expect(settled?.writes.dropRows).toBeUndefined();
  });
});
