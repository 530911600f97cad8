/** After everything is healed and everybody has had time: what must hold of the whole history (I1, I2, I5, I7, I8, I9). */
import * as Y from "yjs";
import { canRead } from "../shared/access/can.ts";
import type { Directory } from "../shared/access/directory.ts";
import { mapRoots, roots } from "../shared/document/layout.ts";
import { summarize } from "../shared/document/summarize.ts";
import type { TicketId } from "../shared/ids.ts";
import { accessFacts } from "../shared/ticket/summary.ts";
import { buildDocument, knownSeq, knownUpdates } from "../web/sync/core/known.ts";
import type { MemoryDisk } from "../web/sync/core/memory-device-store.ts";
import type { OutboxRow, StoredTicket } from "../web/sync/core/records.ts";
import type { Database } from "./database.ts";
import { sameJson, sortedJson } from "./same-json.ts";
import type { SimDevice } from "./sim-device.ts";
import type { SimWitness, WitnessedTicket } from "./witness.ts";
import type { World } from "./world.ts";

/** Everything a document shows, as text that is equal for equal documents. */
export const contentOf = (doc: Y.Doc): string =>
  [
    ...mapRoots.map((root) => `${root} ${sortedJson(Object.fromEntries(doc.getMap(roots[root]).entries()))}`),
    doc.getXmlFragment(roots.description).toString(),
    sortedJson([...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b)),
  ].join("\n");

export const storedOn = (disk: MemoryDisk, id: TicketId): StoredTicket => ({
  bytes: disk.documents.get(id)?.bytes ?? null,
  since: disk.documents.get(id)?.since ?? 0,
  tail: disk.tails.get(id) ?? [],
  rows: [...disk.outbox.values()].filter(({ ticketId }) => ticketId === id),
});

export const checkLog = (world: World, database: Database, witness: SimWitness): void => {
  for (const [id, witnessed] of witness.tickets) {
    const log = database.tables.log.get(id) ?? [];
    if (log.length !== witnessed.seq) world.violated("I2", `${id}: ${log.length} of ${witnessed.seq} entries are left`);
    const replayed = buildDocument(
      id,
      log.map(({ update }) => update),
    );
    const truth = contentOf(witnessed.replay.doc);
    if (replayed === null || contentOf(replayed) !== truth)
      world.violated("I1", `${id}: replaying the log gives another document`);
    checkSnapshot(world, database, witnessed);
    const row = database.tables.rows.get(id);
    const expected = summarize(id, witnessed.replay.doc);
    if (row === undefined || !sameJson(row.summary, expected)) {
      world.violated("I8", `${id}: the list row is ${JSON.stringify(row)}, rebuilt ${JSON.stringify(expected)}`);
    }
    checkRulings(world, witnessed);
  }
};

const checkSnapshot = (world: World, database: Database, { id, replay }: WitnessedTicket): void => {
  const snapshot = database.tables.snapshots.get(id);
  if (snapshot === undefined) return;
  const tail = (database.tables.log.get(id) ?? []).slice(snapshot.seq).map(({ update }) => update);
  const doc = buildDocument(id, [snapshot.state, ...tail]);
  if (doc === null || contentOf(doc) !== contentOf(replay.doc))
    world.violated("I1", `${id}: snapshot and tail differ from the log`);
};

const checkRulings = (world: World, { id, replay, events }: WitnessedTicket): void => {
  const rulings = replay.doc.getMap<{ accepted: boolean }>(roots.rulings);
  for (const key of replay.doc.getMap(roots.actions).keys()) {
    const ruling = rulings.get(key);
    if (ruling === undefined) world.violated("I5", `${id}: action ${key} has no ruling`);
    else if (ruling.accepted !== events.has(key)) world.violated("I5", `${id}: ruling and effects of ${key} disagree`);
  }
};

export const checkDevice = (world: World, device: SimDevice, witness: SimWitness, directory: Directory): void => {
  const { name, disk } = device;
  const person = directory.people.get(device.person.id);
  const engine = device.engine();
  for (const [id, { ticket, replay, seq }] of witness.tickets) {
    const mayRead = person !== undefined && ticket !== null && canRead(person, accessFacts(ticket), directory);
    const stored = storedOn(disk, id);
    const isHere = stored.bytes !== null || stored.tail.length > 0;
    if (!mayRead) {
      if (isHere || disk.summaries.has(id)) world.violated("I9", `${name} still has ${id}`);
      continue;
    }
    const row = disk.summaries.get(id);
    if (row === undefined) world.violated("I1", `${name} has no list row of ${id}`);
    else if (row.seq === seq && !sameJson(row.summary, summarize(id, replay.doc))) {
      world.violated(
        "I8",
        `${name} lists ${id} wrongly: ${sortedJson(row.summary)} is ${sortedJson(summarize(id, replay.doc))}`,
      );
    }
    if (!isHere) continue;
    const truth = contentOf(replay.doc);
    if (knownSeq(stored) !== seq) world.violated("I1", `${name} knows ${id} up to #${knownSeq(stored)} of #${seq}`);
    compare(world, `${name}'s stored ${id}`, buildDocument(id, knownUpdates(stored)), truth);
    const open = device.open.get(id)?.document;
    if (open !== undefined && open.phase() === "ready") compare(world, `${name}'s open ${id}`, open.doc(), truth);
  }
  if (engine !== null) checkIndex(world, device);
};

/** The device stands where the log stands: it has what its person may read, and nothing else. */
export const isUpToDate = (
  { disk, person: { id: me } }: SimDevice,
  witness: SimWitness,
  directory: Directory,
): boolean => {
  const person = directory.people.get(me);
  for (const [id, { ticket, seq }] of witness.tickets) {
    const mayRead = person !== undefined && ticket !== null && canRead(person, accessFacts(ticket), directory);
    const isHere = disk.documents.has(id) || disk.tails.has(id);
    if (!mayRead && (isHere || disk.summaries.has(id))) return false;
    if (mayRead && disk.summaries.get(id)?.seq !== seq) return false;
    if (mayRead && isHere && knownSeq(storedOn(disk, id)) !== seq) return false;
  }
  return true;
};

const compare = (world: World, what: string, doc: Y.Doc | null, truth: string): void => {
  const content = doc === null ? "what does not decode" : contentOf(doc);
  if (content !== truth) world.violated("I1", `${what} differs: ${difference(content, truth)}`);
};

const difference = (a: string, b: string): string => {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return `…${a.slice(Math.max(0, at - 40), at + 60)}… is …${b.slice(Math.max(0, at - 40), at + 60)}…`;
};

/** What the engine holds in memory is what is on disk. */
const checkIndex = (world: World, { name, disk, engine }: SimDevice): void => {
  const index = engine()?.index;
  if (index === undefined) return;
  const waiting = [...index.waiting.values()].reduce((sum, rows) => sum + rows.length, 0);
  if (waiting !== disk.outbox.size)
    world.violated("I2", `${name} shows ${waiting} waiting changes and has ${disk.outbox.size}`);
  if (index.refused.size !== disk.refused.size)
    world.violated("I7", `${name} shows ${index.refused.size} refused changes and has ${disk.refused.size}`);
  for (const id of disk.documents.keys()) {
    const seq = knownSeq(storedOn(disk, id));
    if (index.known.get(id) !== seq)
      world.violated("I1", `${name} believes to know ${id} up to #${index.known.get(id)}, it is #${seq}`);
  }
};

/**
 * Nothing a device was told is saved may vanish: it is in the log, or its text is among what was refused. A change that
 * the server put back is in the log and among the refused.
 */
export const checkNothingLost = (world: World, device: SimDevice, witness: SimWitness): void => {
  const kept = new Map<TicketId, string>();
  const keep = (ticket: TicketId, text: string) => kept.set(ticket, `${kept.get(ticket) ?? ""}\n${text}`);
  for (const change of device.disk.refused.values()) keep(change.ticket, `${change.wrote} ${change.key} ${change.id}`);
  for (const { ticket, text } of device.discarded) keep(ticket, text);
  const lost = new Map<TicketId, OutboxRow[]>();
  for (const row of device.saved) {
    const doc = witness.tickets.get(row.ticketId)?.replay.doc;
    if (doc === undefined || !isInLog(doc, row.update))
      lost.set(row.ticketId, [...(lost.get(row.ticketId) ?? []), row]);
  }
  for (const [id, rows] of lost) {
    const text = kept.get(id) ?? "";
    const later = device.written.filter((row) => row.ticketId === id && !device.saved.some(({ n }) => n === row.n));
    const all = [...rows, ...later].sort((a, b) => a.n - b.n);
    const missing = wordsOf(witness.tickets.get(id)?.replay.doc, all, rows).filter((word) => !text.includes(word));
    // A deletion says nothing that could be kept; its ticket must have been refused or taken away as a whole.
    const isSilent = text === "" && device.disk.summaries.has(id);
    if (missing.length === 0 && !isSilent) continue;
    const which = rows.map(({ n, what }) => `${n} ${what}`).join(", ");
    world.violated("I7", `${device.name}: of ${id} neither stored nor kept: ${missing.join(", ")} (changes ${which})`);
  }
  checkTold(world, device, witness, kept);
};

const latin1 = new TextDecoder("latin1");
const tokenPattern = /d\d+w\d+x/g;

const isInLog = (doc: Y.Doc, update: Uint8Array): boolean => {
  for (const [client, clock] of Y.parseUpdateMeta(update).to) if (Y.getState(doc.store, client) < clock) return false;
  for (const [client, ranges] of Y.decodeUpdate(update).ds.clients) {
    for (const { clock, len } of ranges) if (!isDeleted(doc, client, clock, len)) return false;
  }
  return true;
};

const isDeleted = (doc: Y.Doc, client: number, clock: number, length: number): boolean => {
  for (const struct of doc.store.clients.get(client) ?? []) {
    const overlaps = struct.id.clock < clock + length && struct.id.clock + struct.length > clock;
    if (overlaps && !struct.deleted) return false;
  }
  return Y.getState(doc.store, client) >= clock + length;
};

/** What a person would miss if `rows` were lost: what all of them would show on top of the log, and every action saved. */
const wordsOf = (log: Y.Doc | undefined, rows: readonly OutboxRow[], saved: readonly OutboxRow[]): string[] => {
  const doc = new Y.Doc();
  if (log !== undefined) Y.applyUpdate(doc, Y.encodeStateAsUpdate(log));
  const before = new Set(tokensIn(contentOf(doc)));
  for (const { update } of rows) Y.applyUpdate(doc, update);
  // Erasing within one word may leave what looks like another, which nobody typed.
  const typed = rows.map(({ update }) => latin1.decode(update)).join("\n");
  const shown = tokensIn(contentOf(doc)).filter((token) => !before.has(token) && typed.includes(token));
  return [...shown, ...saved.flatMap(({ actionId }) => actionId ?? [])];
};

const tokensIn = (text: string): string[] => text.match(tokenPattern) ?? [];

/** Their own later value stands in the place of `wrote`: it is what they would miss, not what they had replaced themselves. */
const replacedIt = (log: Y.Doc, own: readonly OutboxRow[], root: string, key: string, wrote: unknown): boolean => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(log));
  for (const { update } of own) Y.applyUpdate(doc, update);
  const map = doc.getMap(root);
  const item = map._map.get(key);
  return (
    item?.deleted === false && own.some(({ client }) => client === item.id.client) && !sameJson(map.get(key), wrote)
  );
};

/** What was put back, or refused in a ruling, must be known to the device that wrote it (I7). */
const checkTold = (world: World, device: SimDevice, witness: SimWitness, kept: ReadonlyMap<TicketId, string>): void => {
  const clients = new Set(device.saved.map(({ client }) => client));
  for (const [id, { putBack, replay }] of witness.tickets) {
    const text = kept.get(id) ?? "";
    const own = device.saved.filter(({ ticketId }) => ticketId === id);
    for (const { seq, root, key, client, wrote } of putBack) {
      if (!clients.has(client)) continue;
      const missing = tokensIn(JSON.stringify(wrote)).filter((word) => !text.includes(word));
      const isMissed = missing.length > 0 && !replacedIt(replay.doc, own, root, key, wrote);
      if (isMissed || !text.includes(`${root}:${key}`)) {
        world.violated("I7", `${device.name} was not told that ${root}.${key} of ${id} was put back in #${seq}`);
      }
    }
  }
  for (const { actionId, ticketId } of device.saved) {
    if (actionId === null) continue;
    const doc = witness.tickets.get(ticketId)?.replay.doc;
    const ruling = doc?.getMap<{ accepted: boolean }>(roots.rulings).get(actionId);
    if (ruling?.accepted === false && !(kept.get(ticketId) ?? "").includes(actionId)) {
      world.violated("I7", `${device.name} was not told that ${actionId} on ${ticketId} was refused`);
    }
  }
};
