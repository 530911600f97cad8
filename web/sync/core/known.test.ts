import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { TicketId } from "../../../shared/ids.ts";
import { buildDocument, foldKnown, knownSeq, knownUpdates } from "./known.ts";
import type { StoredTicket } from "./records.ts";

const ticket = "t" as TicketId;
const emptyTicket: StoredTicket = { bytes: null, since: 0, tail: [], rows: [] };
const range = (after: number, seq: number, update: Uint8Array = new Uint8Array([0, 0])) => ({ after, seq, update });

const edits = (): Uint8Array[] => {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  for (const title of ["one", "two", "three"]) doc.getMap("fields").set("title", title);
  return updates;
};

describe("server-known state", () => {
  it.each([
    { since: 0, tail: [], seq: 0 },
    { since: 4, tail: [], seq: 4 },
    { since: 4, tail: [range(4, 5), range(5, 8)], seq: 8 },
    { since: 4, tail: [range(5, 6), range(4, 5)], seq: 6 },
    { since: 4, tail: [range(4, 5), range(5, 5)], seq: 5 },
    { since: 4, tail: [range(4, 5), range(6, 7)], seq: 5 },
    { since: 4, tail: [range(2, 7)], seq: 7 },
  ])("reaches $seq with $since and ranges", ({ since, tail, seq }) => {
    expect(knownSeq({ since, tail })).toBe(seq);
  });

  it("leaves out what lies behind a gap", () => {
    const [a, b, c] = edits() as [Uint8Array, Uint8Array, Uint8Array];
    const stored = { ...emptyTicket, bytes: a, since: 1, tail: [range(1, 2, b), range(3, 4, c)] };
    expect(knownUpdates(stored)).toEqual([a, b]);
  });

  it("folds into one document that says the same", () => {
    const [a, b, c] = edits() as [Uint8Array, Uint8Array, Uint8Array];
    const folded = foldKnown(ticket, { ...emptyTicket, bytes: a, since: 1, tail: [range(1, 2, b), range(2, 3, c)] });
    expect(folded?.since).toBe(3);
    expect(
      buildDocument(ticket, [folded?.bytes as Uint8Array])
        ?.getMap("fields")
        .get("title"),
    ).toBe("three");
  });

  it("keeps what waits for bytes that are not there yet", () => {
    const [a, , c] = edits() as [Uint8Array, Uint8Array, Uint8Array];
    const folded = foldKnown(ticket, { ...emptyTicket, bytes: a, since: 1, tail: [range(1, 3, c)] });
    const whole = buildDocument(ticket, [folded?.bytes as Uint8Array, ...edits()]);
    expect(whole?.getMap("fields").get("title")).toBeDefined();
    expect(Y.parseUpdateMeta(folded?.bytes as Uint8Array).to.size).toBe(1);
  });

  it("says so when it does not decode", () => {
    const broken = { ...emptyTicket, bytes: Uint8Array.of(9, 9, 9, 9), since: 1 };
    expect(buildDocument(ticket, knownUpdates(broken))).toBeNull();
    expect(foldKnown(ticket, broken)).toBeNull();
  });
});
