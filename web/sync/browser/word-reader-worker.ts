/**
 * A worker: gets documents, answers their words. It is a chunk of the page like others, so that Yjs is not downloaded a
 * second time for it; the page asks it where it is, and starts it there.
 */
import { type DocumentBytes, documentWords } from "../search/document-words.ts";

export const workerUrl = import.meta.url;

if (typeof document === "undefined") {
  addEventListener("message", ({ data }: MessageEvent<readonly DocumentBytes[]>) => {
    postMessage(data.map(documentWords));
  });
}
