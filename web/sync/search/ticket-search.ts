/**
 * Full-text search over everything on the device. Heads of tickets come from their list rows, words of descriptions and
 * comments from a table of words; only documents that changed since are read, away from the page's own thread. All work
 * is cut into slices, so that a keystroke never waits for it.
 */
import type { TicketId } from "../../../shared/ids.ts";
import { searchWords } from "../../../shared/ticket/search-words.ts";
import type { DeviceStore } from "../core/device-store.ts";
import type { Engine } from "../core/engine.ts";
import { knownUpdates } from "../core/known.ts";
import type { DocumentBytes } from "./document-words.ts";
import { headlineOf } from "./headline.ts";
import { createWordIndex, type Fit } from "./word-index.ts";
import type { StoredWords, WordStore } from "./word-store.ts";

export interface TicketSearchDeps {
  engine: Pick<Engine, "index" | "listRow" | "directory" | "listen">;
  documents: Pick<DeviceStore, "loadTickets">;
  words: WordStore;
  /** Words of each document, see `documentWords`. */
  readDocuments(documents: readonly DocumentBytes[]): Promise<readonly string[]>;
  /** Resolves when there is time for a slice of work; `soon`: somebody waits for it. */
  spareTime(soon: boolean): Promise<void>;
  /** Calls back once after `ms`. */
  later(ms: number, callback: () => void): void;
  now(): number;
}

export interface TicketSearch {
  /** Every ticket that fits, and how well; null where nothing is searched for. */
  find(query: string): ReadonlyMap<TicketId, Fit> | null;
  /** Told when `find` may answer otherwise. */
  listen(listener: () => void): () => void;
  /** Resolves when nothing is left to be done now. */
  settled(): Promise<void>;
  stop(): void;
}

/** A slice of work takes so long, and leaves half of a frame to the page. */
const sliceMs = 6;
/** Rows of the table read at once, and documents read at once. */
const pageRows = 250;
const batchDocuments = 40;
/** A document that is being written is not read for every word. */
const gatherMs = 1_200;
/** Storage, or the worker that reads, fails for a while; until then tickets are found by the words that are known. */
const againMs = 30_000;

export const createTicketSearch = (deps: TicketSearchDeps): TicketSearch => {
  const { engine, words, now } = deps;
  const index = createWordIndex();
  const listeners = new Set<() => void>();
  /** List rows as the index has them. */
  const indexed = new Map<TicketId, ReturnType<Engine["listRow"]>>();
  /** Which state of each document the words in the index are from. */
  const stamps = new Map<TicketId, string>();
  const rowsToDo = new Set<TicketId>();
  const documentsToDo = new Set<TicketId>();
  let directory = engine.directory();
  let isTableRead = false;
  let isAsked = false;
  let isStopped = false;
  let isWaiting = false;
  let running: Promise<void> | null = null;

  const stampOf = (id: TicketId): string => {
    const waiting = engine.index.waiting.get(id) ?? [];
    const known = engine.index.known.get(id);
    return known === undefined && waiting.length === 0
      ? ""
      : `${known ?? ""}.${waiting.at(-1)?.n ?? ""}.${waiting.length}`;
  };

  const everyTicket = () => [...engine.index.summaries.keys(), ...engine.index.waiting.keys()];

  const indexRow = (id: TicketId) => {
    const row = engine.listRow(id);
    if (row === undefined) return forget(id);
    const before = indexed.get(id);
    if (row !== before || !isTableRead) index.putHeadline(id, headlineOf(row, directory));
    indexed.set(id, row);
    if (!isTableRead) return;
    const stamp = stampOf(id);
    const isKnown = stamp !== "" && stamps.get(id) === stamp;
    if (!isKnown && (row.brief !== before?.brief || !briefs.has(id))) putBrief(id, row.brief);
    if (stamp !== "" && !isKnown) documentsToDo.add(id);
  };

  const briefs = new Set<TicketId>();
  const putBrief = (id: TicketId, brief: string) => {
    index.putBrief(id, searchWords(brief));
    briefs.add(id);
  };

  const putText = ({ id, stamp, words: text }: StoredWords) => {
    index.putText(id, text === "" ? [] : text.split(" "));
    stamps.set(id, stamp);
    if (stamp === stampOf(id) && briefs.delete(id)) index.putBrief(id, []);
  };

  const forget = (id: TicketId) => {
    indexed.delete(id);
    stamps.delete(id);
    briefs.delete(id);
    documentsToDo.delete(id);
    index.remove(id);
    if (isTableRead) void words.remove([id]).catch(keepStale);
  };

  /** Works through `ids` slice by slice. */
  const inSlices = async (ids: Set<TicketId>, work: (id: TicketId) => void) => {
    while (ids.size > 0 && !isStopped) {
      await deps.spareTime(isAsked);
      const end = now() + sliceMs;
      for (const id of ids) {
        ids.delete(id);
        work(id);
        if (now() >= end) break;
      }
      tell();
    }
  };

  const readTable = async () => {
    const gone: TicketId[] = [];
    let last: TicketId | null = null;
    for (;;) {
      await deps.spareTime(isAsked);
      if (isStopped) return;
      const rows: StoredWords[] = await words.page(last, pageRows);
      for (const row of rows) {
        if (engine.listRow(row.id) === undefined) gone.push(row.id);
        else putText(row);
      }
      tell();
      last = rows.at(-1)?.id ?? null;
      if (last === null || rows.length < pageRows) break;
    }
    isTableRead = true;
    if (gone.length > 0) await words.remove(gone);
    for (const id of everyTicket()) rowsToDo.add(id);
  };

  /** A batch that fails is still to be done. */
  const readBatch = async () => {
    const ids = [...documentsToDo].slice(0, batchDocuments);
    for (const id of ids) documentsToDo.delete(id);
    try {
      await readDocuments(ids);
    } catch (problem) {
      for (const id of ids) documentsToDo.add(id);
      throw problem;
    }
    tell();
  };

  const readDocuments = async (ids: readonly TicketId[]) => {
    const asked = ids.map((id) => ({ id, stamp: stampOf(id) })).filter(({ stamp }) => stamp !== "");
    // Another tab may have read it meanwhile.
    const stored = await words.get(asked.map(({ id }) => id));
    const current = stored.filter((row, i) => row !== undefined && row.stamp === asked[i]?.stamp);
    for (const row of current) if (row !== undefined) putText(row);
    const changed = asked.filter(({ stamp }, i) => stored[i]?.stamp !== stamp);
    const held = changed.length === 0 ? [] : await deps.documents.loadTickets(changed.map(({ id }) => id));
    const documents = held.map((ticket, i): DocumentBytes => {
      const id = changed[i]?.id ?? ("" as TicketId);
      return { id, updates: [...knownUpdates(ticket), ...ticket.rows.map(({ update }) => update)] };
    });
    const read = documents.length === 0 ? [] : await deps.readDocuments(documents);
    if (isStopped) return;
    // A ticket whose right was lost meanwhile leaves no words behind.
    const rows = changed
      .map(({ id, stamp }, i) => ({ id, stamp, words: read[i] ?? "" }))
      .filter(({ id }) => engine.listRow(id) !== undefined);
    for (const row of rows) putText(row);
    if (rows.length > 0) await words.put(rows);
  };

  const work = async () => {
    await inSlices(rowsToDo, indexRow);
    if (!isTableRead && !isStopped) await readTable();
    while ((rowsToDo.size > 0 || documentsToDo.size > 0) && !isStopped) {
      await inSlices(rowsToDo, indexRow);
      if (documentsToDo.size > 0 && !isStopped) await readBatch();
    }
  };

  const run = () => {
    if (isStopped) return;
    running ??= work()
      .catch(() => {
        if (!isStopped) deps.later(againMs, run);
      })
      .finally(() => {
        running = null;
      });
  };

  const gather = () => {
    if (isWaiting) return;
    isWaiting = true;
    deps.later(gatherMs, () => {
      isWaiting = false;
      run();
    });
  };

  const tell = () => {
    for (const listener of listeners) listener();
  };

  const unlisten = engine.listen((change) => {
    if (change.kind === "tickets") {
      for (const id of change.ids) {
        if (engine.listRow(id) !== indexed.get(id)) rowsToDo.add(id);
        if (stampOf(id) !== (stamps.get(id) ?? "")) rowsToDo.add(id);
      }
    }
    if (change.kind === "directory" && engine.directory() !== directory) {
      directory = engine.directory();
      indexed.clear();
      for (const id of everyTicket()) rowsToDo.add(id);
    }
    if (rowsToDo.size > 0) gather();
  });

  for (const id of everyTicket()) rowsToDo.add(id);
  run();

  return {
    find: (query) => {
      isAsked = true;
      return index.find(query);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    settled: async () => {
      run();
      while (running !== null) await running;
    },
    stop: () => {
      isStopped = true;
      unlisten();
    },
  };
};

/** Words of a ticket that is gone are found in the table again at the next start. */
const keepStale = () => {};
