/** What people do with their devices: everything goes through the engine's documents, as the interface does it. */
import * as Y from "yjs";
import { roots } from "../shared/document/layout.ts";
import { readActions, readComments, readRulings, readTicket } from "../shared/document/read.ts";
import { viewTicket } from "../shared/document/view.ts";
import {
  addAction,
  addComment,
  appendDescriptionText,
  deleteComment,
  editComment,
  writeFields,
} from "../shared/document/write.ts";
import { type ActionId, type CommentId, newId, type TicketId } from "../shared/ids.ts";
import { departments, people } from "../shared/sample-world.ts";
import { fingerprint } from "../shared/ticket/fingerprint.ts";
import type { Suggestion } from "../shared/ticket/suggestion.ts";
import type { Comment, Fields, Ticket } from "../shared/ticket/ticket.ts";
import { isoTime } from "../shared/time.ts";
import { type Action, type ActionType, actionTypes } from "../shared/workflow/actions.ts";
import { allowedActions } from "../shared/workflow/allowed-actions.ts";
import type { SimRandom } from "./random.ts";
import type { SimDevice } from "./sim-device.ts";
import type { World } from "./world.ts";

const creatives = [people["creative-1"], people["creative-2"], people["creative-3"]].map(({ id }) => id);

/** Opens a ticket, or goes on with one that is open. Null when the device has none. */
const anyOpen = (device: SimDevice, random: SimRandom, ids: readonly TicketId[]) => {
  const engine = device.engine();
  if (engine === null) return null;
  const ready = [...device.open.values()].filter(({ document }) => document.phase() === "ready");
  if (ready.length > 0 && random.chance(0.85)) return random.pick(ready);
  const candidates = ids.filter((id) => !device.open.has(id) && engine.listRow(id) !== undefined);
  if (candidates.length === 0) return ready[0] ?? null;
  const id = random.pick(candidates);
  const opened = engine.open(id);
  device.open.set(id, opened);
  return opened.document.phase() === "ready" ? opened : (ready[0] ?? null);
};

export const createDraft = (device: SimDevice, random: SimRandom): TicketId | null => {
  const engine = device.engine();
  if (engine === null) return null;
  const id = engine.createDraft();
  const opened = engine.open(id);
  device.open.set(id, opened);
  const doc = opened.document.doc();
  const isShoot = random.chance(0.3);
  const at = device.now();
  writeFields(doc, {
    title: `Brief ${device.token()}`,
    department: device.person.department,
    ...(isShoot
      ? { requestType: "photoshoot", scheduledStart: isoTime(at + 86_400_000), scheduledEnd: isoTime(at + 90_000_000) }
      : { requestType: "socmed_posting", fileFormat: random.pick(["still", "gif", "video_portrait"] as const) }),
    suggestedAssignees: random.chance(0.7) ? [random.pick(creatives)] : [],
  });
  typeText(device, random, doc);
  if (random.chance(0.8)) act(device, doc, id, { type: "submit" });
  return id;
};

/** One thing a person does; the answer says what, for the trace, or null when there was nothing to do it to. */
export const doSomething = (
  world: World,
  device: SimDevice,
  random: SimRandom,
  ids: readonly TicketId[],
): string | null => {
  const what = random.weighted({
    type: 26,
    erase: 7,
    field: 12,
    comment: 9,
    editComment: 4,
    action: 22,
    close: 6,
    discard: 1,
  });
  const opened = anyOpen(device, random, ids);
  if (opened === null) return null;
  const { document } = opened;
  const doc = document.doc();
  if (document.phase() !== "ready") return null;
  const label = `${what} on ${document.id.slice(-4)}`;
  switch (what) {
    case "type":
      typeText(device, random, doc);
      return label;
    case "erase":
      return eraseText(random, doc) ? label : null;
    case "field":
      writeFields(doc, anyField(device, random));
      return label;
    case "comment":
      comment(device, random, doc);
      return label;
    case "editComment":
      return changeComment(device, random, doc) ? label : null;
    case "action": {
      const type = anyAction(world, device, random, document.id, doc);
      return `${label}: ${type}`;
    }
    case "close":
      device.open.delete(document.id);
      void opened.release();
      return label;
    case "discard": {
      const [change] = device.engine()?.index.refused.values() ?? [];
      if (change === undefined) return null;
      device.discarded.push({ ticket: change.ticket, text: `${change.wrote} ${change.key} ${change.id}` });
      device
        .engine()
        ?.discardRefused(change.id)
        .catch(() => {});
      return `${label} ${change.what}`;
    }
  }
};

const texts = (doc: Y.Doc): Y.XmlText[] =>
  doc
    .getXmlFragment(roots.description)
    .toArray()
    .flatMap((block) => (block instanceof Y.XmlElement ? block.toArray() : []))
    .filter((child): child is Y.XmlText => child instanceof Y.XmlText);

const typeText = (device: SimDevice, random: SimRandom, doc: Y.Doc): void => {
  const words = `${device.token()} `;
  const existing = texts(doc);
  if (existing.length === 0 || random.chance(0.1)) {
    const fragment = doc.getXmlFragment(roots.description);
    const block = random.chance(0.2) ? heading() : new Y.XmlElement("paragraph");
    doc.transact(() => {
      block.insert(0, [new Y.XmlText(words)]);
      fragment.insert(random.int(fragment.length + 1), [block]);
    });
    return;
  }
  const text = random.pick(existing);
  const at = random.int(text.length + 1);
  if (random.chance(0.1) && text.length > 2) {
    const from = random.int(text.length - 1);
    text.format(from, 1 + random.int(text.length - from), { strong: random.chance(0.7) ? {} : null });
  } else if (random.chance(0.4)) {
    // Letter by letter, as fingers do.
    doc.transact(() => {
      for (const [i, letter] of [...words].entries()) text.insert(at + i, letter);
    });
  } else text.insert(at, words);
};

const heading = (): Y.XmlElement => {
  const element = new Y.XmlElement<{ level: number }>("heading");
  element.setAttribute("level", 2);
  return element as unknown as Y.XmlElement;
};

const eraseText = (random: SimRandom, doc: Y.Doc): boolean => {
  const existing = texts(doc).filter((text) => text.length > 0);
  if (existing.length === 0) return false;
  const text = random.pick(existing);
  const from = random.int(text.length);
  text.delete(from, Math.min(text.length - from, 1 + random.int(6)));
  return true;
};

const anyField = (device: SimDevice, random: SimRandom): Partial<Fields> =>
  random.pick<() => Partial<Fields>>([
    () => ({ title: `Title ${device.token()}` }),
    () => ({ priority: random.pick(["low", "medium", "high", "urgent"] as const) }),
    () => ({ quantity: 1 + random.int(20) }),
    () => ({ suggestedAssignees: [random.pick(creatives)] }),
    () => ({ department: random.pick(Object.values(departments)).id }),
    () => ({ title: `Long ${device.token()}`, quantity: 1 + random.int(5) }),
  ])();

const comment = (device: SimDevice, random: SimRandom, doc: Y.Doc): void => {
  const comments = readComments(doc);
  const suggestions = [...comments].filter(([, { suggestion }]) => suggestion !== undefined);
  if (suggestions.length > 0 && random.chance(0.3)) {
    applySuggestion(device, random, doc, random.pick(suggestions));
    return;
  }
  const parents = [...comments.keys()];
  const parent = parents.length > 0 && random.chance(0.3) ? random.pick(parents) : null;
  const body = `Comment ${device.token()}`;
  say(device, random, doc, { body, parent, ...(random.chance(0.2) ? { suggestion: suggest(random, body) } : {}) });
};

/** The comment says the same in words, as the interface writes it. */
const suggest = (random: SimRandom, words: string): Suggestion =>
  random.chance(0.5) ? { field: "title", value: words } : { field: "description", value: words };

/** By somebody who may write there or not: the comment that says so is theirs either way. */
const applySuggestion = (
  device: SimDevice,
  random: SimRandom,
  doc: Y.Doc,
  [parent, { suggestion }]: [CommentId, Comment],
): void => {
  if (suggestion?.field === "description") appendDescriptionText(doc, `${device.token()} `);
  else if (suggestion !== undefined) writeFields(doc, { [suggestion.field]: suggestion.value });
  say(device, random, doc, { body: `Applied ${device.token()}`, parent, applied: true });
};

const say = (device: SimDevice, random: SimRandom, doc: Y.Doc, comment: Omit<Comment, "author" | "createdAt">): void =>
  addComment(doc, newId<CommentId>(device.now(), random.bytes), {
    author: device.person.id,
    ...comment,
    createdAt: isoTime(device.now()),
  });

const changeComment = (device: SimDevice, random: SimRandom, doc: Y.Doc): boolean => {
  const own = [...readComments(doc)].filter(([, { author }]) => author === device.person.id);
  if (own.length === 0) return false;
  const [id] = random.pick(own);
  const at = isoTime(device.now());
  if (random.chance(0.3)) deleteComment(doc, id, at);
  else editComment(doc, id, `Edited ${device.token()}`, at);
  return true;
};

/** Mostly what the device offers, sometimes what it does not. */
const anyAction = (world: World, device: SimDevice, random: SimRandom, id: TicketId, doc: Y.Doc): ActionType => {
  const ticket = viewOf(device, id, doc);
  const directory = device.engine()?.directory() ?? world.directories.now();
  const me = directory.people.get(device.person.id) ?? device.person;
  const allowed = allowedActions(ticket, me, directory).filter((type) => type !== "trash" || random.chance(0.15));
  const type = allowed.length > 0 && random.chance(0.9) ? random.pick(allowed) : random.pick(actionTypes);
  act(device, doc, id, argumentsOf(type, device, random, ticket));
  return type;
};

const viewOf = (device: SimDevice, id: TicketId, doc: Y.Doc): Ticket => {
  const directory = device.engine()?.directory();
  const ticket = readTicket(id, doc);
  if (directory === undefined) return ticket;
  return viewTicket(ticket, readActions(doc).actions, readRulings(doc), device.person, {
    nowMs: device.now(),
    directory,
  }).ticket;
};

type Asked = { type: ActionType } & Record<string, unknown>;

const argumentsOf = (type: ActionType, device: SimDevice, random: SimRandom, ticket: Ticket): Asked => {
  const at = device.now();
  switch (type) {
    case "approve":
      return random.chance(0.7) ? { type, seen: fingerprint(ticket.fields, ticket.brief) } : { type };
    case "reject":
      return { type, reason: `Because ${device.token()}` };
    case "assign":
      return {
        type,
        assignee: random.pick(creatives),
        collaborators: random.chance(0.4) ? [random.pick(creatives)] : [],
      };
    case "schedule":
      return { type, scheduledStart: isoTime(at + 86_400_000), scheduledEnd: isoTime(at + 90_000_000) };
    case "set_deadline":
      return { type, deadline: isoTime(at + 172_800_000), reason: `Moved ${device.token()}` };
    case "request_revision":
      return { type, comment: `Again ${device.token()}` };
    default:
      return { type };
  }
};

const act = (device: SimDevice, doc: Y.Doc, _id: TicketId, asked: Asked): void => {
  const own = readActions(doc).actions.filter(({ action }) => action.actor === device.person.id);
  const n = own.reduce((last, { action }) => Math.max(last, action.n ?? 0), 0) + 1;
  const id = newId<ActionId>(device.now(), device.random.bytes);
  addAction(doc, id, { ...asked, actor: device.person.id, at: isoTime(device.now()), n } as unknown as Action);
};
