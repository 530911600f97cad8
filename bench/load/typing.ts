import * as Y from "yjs";
import { roots } from "../../shared/document/layout.ts";
import { writeFields } from "../../shared/document/write.ts";

/**
 * What a fresh client that holds `bytes` sends while it types `count` characters at the end of the description, one
 * update each. Made before the clock runs.
 */
export const typeCharacters = (bytes: Uint8Array, count: number): { clientId: number; updates: Uint8Array[] } => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, bytes);
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  const text = lastText(doc);
  for (let i = 0; i < count; i++) text.insert(text.length, alphabet[i % alphabet.length] as string);
  doc.destroy();
  return { clientId: doc.clientID, updates };
};

/** A sentence more in the description and another priority, as one update of a client of its own. */
export const editWithoutNetwork = (bytes: Uint8Array): { edit: Uint8Array; stateVector: Uint8Array } => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, bytes);
  let edit: Uint8Array = new Uint8Array(0);
  doc.on("update", (update: Uint8Array) => {
    edit = update;
  });
  doc.transact(() => {
    const text = lastText(doc);
    text.insert(text.length, "On the phone the banner is cut off at the right edge, please check.");
    writeFields(doc, { priority: "high" });
  });
  const stateVector = Y.encodeStateVector(doc);
  doc.destroy();
  return { edit, stateVector };
};

const alphabet = "abcdefghijklmnopqrstuvwxyz ";

const lastText = (doc: Y.Doc): Y.XmlText => {
  const fragment = doc.getXmlFragment(roots.description);
  const paragraph = fragment.get(fragment.length - 1) as Y.XmlElement;
  return paragraph.get(0) as Y.XmlText;
};
