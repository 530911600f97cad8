/** The sync core on storage in memory, with a clock that stands still until told otherwise. */
import * as Y from "yjs";
import type { Directory } from "../../../shared/access/directory.ts";
import { serverClientId } from "../../../shared/document/layout.ts";
import { readTicket } from "../../../shared/document/read.ts";
import { summarize } from "../../../shared/document/summarize.ts";
import { untidied } from "../../../shared/document/untidied.ts";
import { setDescriptionText, writeFields, writeState } from "../../../shared/document/write.ts";
import { newId, type TicketId } from "../../../shared/ids.ts";
import { type SampleOptions, sampleNowMs, sampleTicket } from "../../../shared/sample-tickets.ts";
import { people, type SampleUsername, directory as sampleDirectory } from "../../../shared/sample-world.ts";
import type { Status, Ticket } from "../../../shared/ticket/ticket.ts";
import { hourMs } from "../../../shared/time.ts";
import { createMemoryTables, createMemoryTicketStore, type MemoryTables } from "../../sync/memory-ticket-store.ts";
import type { SubmitResult } from "../../sync/submission.ts";
import { createSyncCore, type SyncCore } from "../../sync/sync-core.ts";
import type { TicketStore } from "../../sync/ticket-store.ts";
import { controlStore, type StoreControl } from "./controlled-store.ts";
import { createFakeClock, type FakeClock, settle } from "./fake-clock.ts";
import { createReplica, type Replica } from "./replica.ts";
import { createSeededRandom } from "./seeded-random.ts";

/** The Yjs client id under which a sample ticket's brief was written, by its requester. */
export const briefClient = 900;

export interface Writer extends Replica {
  /** Edits and hands it in; what the server made of it comes back into the replica. */
  write(change: (doc: Y.Doc) => void): Promise<SubmitResult>;
  submit(update: Uint8Array): Promise<SubmitResult>;
  pull(): Promise<void>;
}

export interface LogLine {
  level: "warn" | "error";
  facts: object;
  message: string;
}

export interface SyncWorld {
  tables: MemoryTables;
  store: TicketStore;
  control: StoreControl;
  core: SyncCore;
  clock: FakeClock;
  directory: Directory;
  /** What the core wrote into the log, and only the words of it. */
  logged: LogLine[];
  complaints: string[];
  /** Puts a ticket of the sample world into storage. */
  ticket(status: Status, options?: SampleOptions): TicketId;
  /** A draft that nobody has stored yet. */
  newTicketId(): TicketId;
  as(username: SampleUsername, id: TicketId, client?: number, core?: SyncCore): Promise<Writer>;
  /** The ticket as another person would read it: from the log alone. */
  replay(id: TicketId): Y.Doc;
  stored(id: TicketId): Ticket;
  /** The node ends and begins anew, with what is stored. */
  restart(): void;
  /** Another node on the same storage; hints between the two get lost. */
  secondCore(): SyncCore;
}

export const createSyncWorld = (): SyncWorld => {
  const tables = createMemoryTables();
  const clock = createFakeClock(sampleNowMs + 48 * hourMs);
  const random = createSeededRandom(1);
  const logged: LogLine[] = [];
  const write = (level: LogLine["level"]) => (facts: object, message: string) =>
    void logged.push({ level, facts, message });
  const { store, control } = controlStore(createMemoryTicketStore(tables));
  const newCore = (over: TicketStore) =>
    createSyncCore({
      store: over,
      directory: () => world.directory,
      clock,
      random: random.bytes,
      hint: () => {},
      log: { warn: write("warn"), error: write("error") },
    });
  let lastClient = 1_000;
  const newTicketId = () => newId<TicketId>(clock.now(), random.bytes);

  const replay = (id: TicketId): Y.Doc => {
    const doc = untidied(new Y.Doc());
    for (const { update } of tables.log.get(id) ?? []) Y.applyUpdate(doc, update);
    return doc;
  };

  const ticket = (status: Status, options: SampleOptions = {}): TicketId => {
    const id = options.id ?? newTicketId();
    const sample = sampleTicket(status, { ...options, id });
    const update = encodeSample(sample);
    const doc = untidied(new Y.Doc());
    Y.applyUpdate(doc, update);
    const userId = people[options.requester ?? "marketing-1"].id;
    const entryId = newId<TicketId>(clock.now(), random.bytes);
    tables.log.set(id, [{ seq: 1, update, userId, at: clock.now(), repairs: [], entryId, events: [] }]);
    tables.rows.set(id, { seq: 1, summary: summarize(id, doc) });
    return id;
  };

  const world: SyncWorld = {
    tables,
    store,
    control,
    core: newCore(store),
    clock,
    directory: sampleDirectory,
    logged,
    get complaints() {
      return logged.map(({ message }) => message);
    },
    ticket,
    newTicketId,
    as: async (username, id, client = ++lastClient, core = world.core) => {
      const userId = people[username].id;
      const replica = createReplica(client);
      const pull = async () => {
        const read = await core.read(userId, id);
        if (read !== null) replica.receive(read.bytes);
      };
      const submit = async (update: Uint8Array) => {
        const result = await core.submit(userId, id, update);
        await settle();
        return result;
      };
      await pull();
      return {
        ...replica,
        pull,
        submit,
        write: async (change) => {
          const result = await submit(replica.edit(change));
          await pull();
          return result;
        },
      };
    },
    replay,
    stored: (id) => readTicket(id, replay(id)),
    restart: () => {
      world.core = newCore(store);
    },
    secondCore: () => newCore(createMemoryTicketStore(tables)),
  };
  return world;
};

/** As the server would hold it: fields and description by the requester, the state by itself. */
export const encodeSample = (sample: Ticket): Uint8Array => {
  const doc = untidied(new Y.Doc());
  doc.clientID = briefClient;
  writeFields(doc, sample.fields);
  setDescriptionText(doc, sample.brief);
  doc.clientID = serverClientId;
  writeState(doc, sample.state);
  return Y.encodeStateAsUpdate(doc);
};
