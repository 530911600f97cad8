import type * as Y from "yjs";

/**
 * Makes `doc` a plain copy: what comes in stays as it came. Yjs removes formatting marks that became useless after every
 * update from elsewhere (github.com/yjs/yjs, src/types/YText.js, `cleanupYTextAfterTransaction`), each copy for itself and as
 * a change of its own: copies would differ, and a person who only reads would write. The server does it once, in the
 * transaction whose origin is `tidied`, and logs it with the entry. Returns `doc`.
 */
export const untidied = <Doc extends Y.Doc>(doc: Doc, tidied?: symbol): Doc => {
  doc.on("afterTransaction", (transaction) => {
    if (tidied === undefined || transaction.origin !== tidied) transaction._needFormattingCleanup = false;
  });
  return doc;
};
