import type { DocumentBytes } from "../search/document-words.ts";

/** Reads documents for the search in a worker, which is started when there is something to read. */
export const createWordReader = () => {
  let worker: Worker | null = null;
  const start = async () => {
    const { workerUrl } = await import("./word-reader-worker.ts");
    return new Worker(workerUrl, { type: "module", name: "slate-words" });
  };
  return {
    /** One question at a time. Rejects where the worker does not start. */
    read: async (documents: readonly DocumentBytes[]): Promise<readonly string[]> => {
      worker ??= await start();
      return ask(worker, documents).catch((problem) => {
        worker?.terminate();
        worker = null;
        throw problem;
      });
    },
    stop: () => worker?.terminate(),
  };
};

const ask = (worker: Worker, documents: readonly DocumentBytes[]): Promise<readonly string[]> =>
  new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<readonly string[]>) => resolve(data);
    worker.onerror = () => reject(new Error("documents could not be read for the search"));
    worker.postMessage(documents);
  });
