/** A worker: gets documents, answers their words. */
import { type DocumentBytes, documentWords } from "../search/document-words.ts";

addEventListener("message", ({ data }: MessageEvent<readonly DocumentBytes[]>) => {
  postMessage(data.map(documentWords));
});
