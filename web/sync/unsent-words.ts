/**
 * Words a person is still writing and has not sent: a comment in its box, a reason in its dialog. They live on this device
 * only, in a Yjs document of their own, so that tabs can write side by side and closing the app loses nothing.
 */
import { createSignal } from "solid-js";
import type * as Y from "yjs";

export interface UnsentWords {
  /** Tracked: text that another opening of the app left behind appears once it is loaded. Empty where there is none. */
  read(key: string): string;
  /** Empty text leaves no trace. */
  write(key: string, text: string): void;
}

/** `doc` is filled and kept by whoever hands it in. */
export const createUnsentWords = (doc: Y.Doc): UnsentWords => {
  const words = doc.getMap<string>("words");
  const [changed, setChanged] = createSignal(undefined, { equals: false });
  words.observe(() => setChanged());
  return {
    read: (key) => {
      changed();
      return words.get(key) ?? "";
    },
    write: (key, text) => {
      if (text === "") words.delete(key);
      else words.set(key, text);
    },
  };
};
