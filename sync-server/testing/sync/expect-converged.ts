import { expect } from "vitest";
import * as Y from "yjs";
import { mapRoots, roots } from "../../../shared/document/layout.ts";
import { summarize } from "../../../shared/document/summarize.ts";
import { untidied } from "../../../shared/document/untidied.ts";
import type { TicketId, UserId } from "../../../shared/ids.ts";
import { limits } from "../../limits.ts";
import type { SyncWorld } from "./sync-world.ts";

/**
 * [I1] What the server gives out, the log replayed entry by entry, and the log merged at once are one document, in every
 * struct and every deletion. [I8] The list row is what the document says.
 */
export const expectConverged = async (world: SyncWorld, id: TicketId, reader: UserId): Promise<void> => {
  await world.clock.advance(limits.projectDelayMs);
  const read = await world.core.read(reader, id);
  if (read === null) throw new Error("the reader may not read this ticket");
  const replayed = world.replay(id);
  const merged = untidied(new Y.Doc());
  Y.applyUpdate(merged, Y.mergeUpdates((world.tables.log.get(id) ?? []).map(({ update }) => update)));
  const given = untidied(new Y.Doc());
  Y.applyUpdate(given, read.bytes);
  for (const doc of [given, merged]) expect(contentOf(doc)).toEqual(contentOf(replayed));
  expect(world.tables.rows.get(id)?.summary).toEqual(summarize(id, replayed));
  // Warnings tell of a database that was away, or of bytes that nobody could apply. Errors would be ours.
  expect(world.logged.filter(({ level }) => level === "error")).toEqual([]);
};

/** Everything that stands in a document and everything that was deleted from it, in a form that can be compared. */
export const contentOf = (doc: Y.Doc) => ({
  maps: Object.fromEntries(mapRoots.map((root) => [root, doc.getMap(roots[root]).toJSON()])),
  description: describe(doc.getXmlFragment(roots.description)),
  clocks: Object.fromEntries(Y.decodeStateVector(Y.encodeStateVector(doc))),
  deleted: Object.fromEntries(Y.createDeleteSetFromStructStore(doc.store).clients),
});

const describe = (node: unknown): unknown => {
  if (node instanceof Y.XmlText) return node.toDelta();
  if (node instanceof Y.XmlElement)
    return { name: node.nodeName, attributes: node.getAttributes(), children: node.toArray().map(describe) };
  if (node instanceof Y.XmlFragment) return node.toArray().map(describe);
  return String(node);
};
