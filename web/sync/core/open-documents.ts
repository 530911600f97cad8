/** The tickets that are open in this tab: one document each, however many parts of the interface look at it. */
import type { TicketId } from "../../../shared/ids.ts";
import { type OpenDocument, type OpenDocumentDeps, openDocument } from "./open-document.ts";
import type { Settled } from "./settle-answer.ts";

export interface OpenDocuments {
  /** `release` when it is not looked at any more. `isNew`: made on this device just now. */
  open(id: TicketId, isNew?: boolean): { document: OpenDocument; release(): Promise<void> };
  get(id: TicketId): OpenDocument | undefined;
  /** Open, or not yet closed to the last write. */
  holds(id: TicketId): boolean;
  /** Local changes that are not on disk yet. */
  unsaved(): number;
  /** Everything typed so far, into these tickets or any, is on disk. */
  drained(ids?: readonly TicketId[]): Promise<unknown>;
  /** Something else wrote to these tickets' stored state. */
  follow(effects: Iterable<[TicketId, Settled["effect"]]>): void;
  /** The device has started over: all of it is to be read again. */
  reload(): void;
  wake(): void;
  closeAll(): Promise<unknown>;
}

export const createOpenDocuments = (
  depsOf: (id: TicketId) => Omit<OpenDocumentDeps, "before">,
  /** Called with every document as it opens. */
  opened: (document: OpenDocument) => void,
  /** Called when a closed document's changes are on disk. */
  closed: (id: TicketId) => Promise<unknown>,
): OpenDocuments => {
  const documents = new Map<TicketId, { document: OpenDocument; lookers: number }>();
  /** What was typed last is still being written: the next opening waits for it. */
  const closing = new Map<TicketId, Promise<void>>();

  const start = (id: TicketId, isNew: boolean) => {
    const before = closing.get(id) ?? Promise.resolve();
    const entry = { document: openDocument(id, { ...depsOf(id), before }, isNew), lookers: 0 };
    documents.set(id, entry);
    opened(entry.document);
    return entry;
  };

  const close = (id: TicketId): Promise<void> => {
    const entry = documents.get(id);
    documents.delete(id);
    const done = (entry?.document.close() ?? Promise.resolve())
      .then(() => closed(id))
      .then(() => {
        if (closing.get(id) === done) closing.delete(id);
      });
    closing.set(id, done);
    return done;
  };

  return {
    open: (id, isNew = false) => {
      const entry = documents.get(id) ?? start(id, isNew);
      entry.lookers++;
      let isReleased = false;
      return {
        document: entry.document,
        release: async () => {
          if (isReleased) return;
          isReleased = true;
          if (--entry.lookers === 0) await close(id);
        },
      };
    },
    get: (id) => documents.get(id)?.document,
    holds: (id) => documents.has(id) || closing.has(id),
    unsaved: () => [...documents.values()].reduce((sum, { document }) => sum + document.unsaved(), 0),
    drained: (ids) => {
      const wanted = ids ?? [...documents.keys(), ...closing.keys()];
      return Promise.all(wanted.flatMap((id) => [documents.get(id)?.document.drained(), closing.get(id)]));
    },
    follow: (effects) => {
      for (const [id, effect] of effects) {
        const document = documents.get(id)?.document;
        if (effect === "refresh") void document?.refresh();
        else if (effect === "rebuild") void document?.rebuild();
        else document?.vanish();
      }
    },
    reload: () => {
      for (const { document } of documents.values()) void document.rebuild();
    },
    wake: () => {
      for (const { document } of documents.values()) document.wake();
    },
    closeAll: () => Promise.all([...documents.keys()].map(close)),
  };
};
