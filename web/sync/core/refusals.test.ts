import { expect, test } from "vitest";
import * as Y from "yjs";
import { roots, serverClientId } from "../../../shared/document/layout.ts";
import { addAction, writeFields } from "../../../shared/document/write.ts";
import { type ActionId, newId, type TicketId } from "../../../shared/ids.ts";
import { people } from "../../../shared/sample-world.ts";
import { isoTime } from "../../../shared/time.ts";
import type { OutboxRow } from "./records.ts";
import { refusedRows } from "./refusals.ts";

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
const ticket = newId<TicketId>(0, random);
const action = newId<ActionId>(0, random);
const at = isoTime(0);

/** The update of one change. */
const change = (doc: Y.Doc, write: () => void): Uint8Array => {
  const before = Y.encodeStateVector(doc);
  doc.transact(write);
  return Y.encodeStateAsUpdate(doc, before);
};
const row = (n: number, update: Uint8Array, more: Partial<OutboxRow>): OutboxRow => ({
  n,
  ticketId: ticket,
  update,
  kind: "content",
  what: "fields",
  actionId: null,
  client: 7,
  madeAt: 0,
  ...more,
});

test("[I7] an action ruled on beyond a gap is told with its ruling when the ticket is taken away", () => {
  const doc = new Y.Doc();
  const known = change(doc, () => writeFields(doc, { title: "Autumn banner" }));
  doc.clientID = 7;
  const acted = change(doc, () =>
    addAction(doc, action, { type: "complete", actor: people["creative-1"].id, at, n: 1 }),
  );
  const typed = change(doc, () => writeFields(doc, { title: "Winter banner" }));
  const server = new Y.Doc();
  server.clientID = serverClientId;
  const ruled = change(server, () =>
    server
      .getMap(roots.rulings)
      .set(action, { accepted: false, code: "forbidden", status: "requested", facts: {}, at }),
  );
  const stored = {
    bytes: known,
    since: 1,
    tail: [{ after: 3, seq: 4, update: Y.mergeUpdates([acted, ruled]) }],
    rows: [row(1, acted, { kind: "action", what: "complete", actionId: action }), row(2, typed, {})],
  };
  const refused = refusedRows(stored, stored.rows, { code: "gone", facts: {} }, { ticket, title: "", nowMs: 0 });
  expect(refused.map(({ what, key, code }) => [what, key, code])).toEqual([
    ["complete", action, "forbidden"],
    ["fields", "title", "gone"],
  ]);
});
