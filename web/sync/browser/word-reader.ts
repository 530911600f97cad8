import type { DocumentBytes } from "../search/document-words.ts";

/** Reads documents for the search in a worker, which is started when there is something to read. */
export const createWordReader = () => {
  let worker: Worker | null = null;
  const start = () =>
    new Worker(new URL("./word-reader-worker.ts", import.meta.url), { type: "module", name: "slate-words" });
  return {
    /** One question at a time. Rejects where the worker does not start. */
    read: (documents: readonly DocumentBytes[]): Promise<readonly string[]> =>
      new Promise((resolve, reject) => {
        worker ??= start();
        worker.onmessage = ({ data }: MessageEvent<readonly string[]>) => resolve(data);
        worker.onerror = () => {
          worker?.terminate();
          worker = null;
          reject(new Error("documents could not be read for the search"));
        };
        worker.postMessage(documents);
      }),
    stop: () => worker?.terminate(),
  };
};
