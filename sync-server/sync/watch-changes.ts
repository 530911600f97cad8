/** What one arriving update did to a document, key by key, old value beside new. */
import * as Y from "yjs";
import { type MapRoot, mapRoots } from "../../shared/document/layout.ts";
import { limits } from "../limits.ts";
import { boundIntegration } from "./bounded-integration.ts";
import { boundTidying } from "./bounded-tidying.ts";

/** Transaction origin of whatever came from a person and has still to be judged. */
export const arrival = Symbol("arrival");

export interface KeyChange {
  root: MapRoot;
  key: string;
  /** `undefined` for a key that was not there. */
  before: unknown;
  /** `undefined` for a key that was deleted. */
  after: unknown;
}

export interface ObservedChanges {
  keys: KeyChange[];
  description: boolean;
  /** Anything at all was new: a struct or a deletion. */
  touched: boolean;
}

export interface ChangeWatch {
  /**
   * Applies `update` as an arrival and reports what it changed. May throw half-way (Yjs does not apply atomically): the
   * document is then worthless.
   */
  apply(update: Uint8Array): ObservedChanges;
}

const integrationBounds = { conflicts: limits.integrationSteps, neighbours: limits.neighbourSteps };

/** Observers are set once a document: old values must be read before Yjs collects deleted content. */
export const watchChanges = (
  doc: Y.Doc,
  maps: Readonly<Record<MapRoot, Y.Map<unknown>>>,
  description: Y.XmlFragment,
): ChangeWatch => {
  let seen: ObservedChanges = { keys: [], description: false, touched: false };
  for (const root of mapRoots) {
    maps[root].observe((event, transaction) => {
      if (transaction.origin !== arrival) return;
      for (const [key, { oldValue }] of event.keys) {
        seen.keys.push({ root, key, before: oldValue, after: maps[root].get(key) });
      }
    });
  }
  doc.on("beforeObserverCalls", (transaction) => {
    if (transaction.origin === arrival) boundTidying(transaction, limits.tidyingSteps);
  });
  doc.on("afterTransaction", (transaction) => {
    if (transaction.origin !== arrival) return;
    // The typings want the event class of the fragment; only identity matters here.
    seen.description = transaction.changedParentTypes.has(description as unknown as TypeKey);
    seen.touched = transaction.deleteSet.clients.size > 0 || hasNewStructs(transaction);
  });
  return {
    apply: (update) => {
      seen = { keys: [], description: false, touched: false };
      boundIntegration(integrationBounds, () => Y.applyUpdate(doc, update, arrival));
      return seen;
    },
  };
};

type TypeKey = Parameters<Y.Transaction["changedParentTypes"]["has"]>[0];

const hasNewStructs = ({ beforeState, afterState }: Y.Transaction): boolean => {
  for (const [client, clock] of afterState) if (beforeState.get(client) !== clock) return true;
  return false;
};
