import type * as Y from "yjs";
import { mapRoots, roots } from "../shared/document/layout.ts";
import { forbiddenMark } from "./witness.ts";
import type { World } from "./world.ts";

const watched = new WeakSet<Y.Doc>();

/** No device ever shows what nobody was allowed to write (I4). */
export const watchForForbidden = (world: World, doc: Y.Doc, where: string): void => {
  if (watched.has(doc)) return;
  watched.add(doc);
  for (const root of mapRoots) {
    const map = doc.getMap(roots[root]);
    map.observe((event) => {
      for (const key of event.keysChanged) {
        const text = JSON.stringify(map.get(key) ?? null);
        if (text.includes(forbiddenMark)) world.violated("I4", `${where} sees ${root}.${key} = ${text}`);
      }
    });
  }
};
