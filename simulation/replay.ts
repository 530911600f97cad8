/** A ticket's document replayed from the log, entry by entry, reporting what each entry changed. */
import * as Y from "yjs";
import { type MapRoot, mapRoots, roots } from "../shared/document/layout.ts";
import { untidied } from "../shared/document/untidied.ts";
import { sameJson } from "./same-json.ts";

export interface ReplayedChange {
  root: MapRoot;
  key: string;
  before: unknown;
  after: unknown;
}

export interface ReplayedEntry {
  changes: ReplayedChange[];
  descriptionChanged: boolean;
}

export interface Replay {
  doc: Y.Doc;
  apply(update: Uint8Array): ReplayedEntry;
}

export const createReplay = (): Replay => {
  const doc = untidied(new Y.Doc());
  const description = doc.getXmlFragment(roots.description);
  let seen: ReplayedEntry = { changes: [], descriptionChanged: false };
  for (const root of mapRoots) {
    const map = doc.getMap(roots[root]);
    map.observe((event) => {
      for (const [key, { oldValue }] of event.keys) {
        const after = map.get(key);
        // What was put back looks as it did before.
        if (!sameJson(oldValue, after)) seen.changes.push({ root, key, before: oldValue, after });
      }
    });
  }
  let text = "";
  doc.on("afterTransaction", (transaction) => {
    if (!transaction.changedParentTypes.has(description as never)) return;
    const now = description.toString();
    seen.descriptionChanged = now !== text;
    text = now;
  });
  return {
    doc,
    apply: (update) => {
      seen = { changes: [], descriptionChanged: false };
      Y.applyUpdate(doc, update);
      return seen;
    },
  };
};
