/**
 * The one way from a ticket's document to the interface: Yjs transactions mark it, and once per turn of the event loop it is
 * read anew into a Solid store. While somebody types in the description, whose letters the editor shows itself, that waits
 * for a pause.
 */
import { type Accessor, batch, createSignal, getListener } from "solid-js";
import { createStore, reconcile } from "solid-js/store";
import type * as Y from "yjs";
import type { Directory, Person } from "../../shared/access/directory.ts";
import type { StoredAction } from "../../shared/document/action-order.ts";
import { mapRoots, roots } from "../../shared/document/layout.ts";
import { readActions, readComments, readRulings, readTicket } from "../../shared/document/read.ts";
import { viewTicket } from "../../shared/document/view.ts";
import type { CommentId, TicketId } from "../../shared/ids.ts";
import { fingerprint } from "../../shared/ticket/fingerprint.ts";
import type { Comment, Ticket } from "../../shared/ticket/ticket.ts";
import { fromElsewhere } from "./core/ticket-doc.ts";
import type { StreamAction } from "./device.ts";

export interface TicketProjection {
  ticket: Accessor<Ticket>;
  comments: Accessor<ReadonlyMap<CommentId, Comment>>;
  actions: Accessor<StreamAction[]>;
  fingerprint: Accessor<string>;
  /** Follows another document from now on. */
  follow(doc: Y.Doc): void;
  /** Reads it anew: something beside the document has changed. */
  refresh(): void;
  stop(): void;
}

/** A pause in typing, and how long somebody may type without one before the rest of the page follows. */
const pauseMs = 300;
const longestMs = 1_500;

export const createTicketProjection = (
  id: TicketId,
  first: Y.Doc,
  me: Person,
  context: {
    directory(): Directory;
    serverNow(): number;
    /** Own decisions that may not stand in the document yet, to be shown as if they did. */
    decisions(): readonly StoredAction[];
  },
): TicketProjection => {
  let doc = first;
  let isMarked = false;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let longest: ReturnType<typeof setTimeout> | undefined;
  let unfollow = () => {};

  const view = () => {
    const rulings = readRulings(doc);
    const written = readActions(doc).actions;
    const beside = context.decisions().filter(({ id: decided }) => !written.some((one) => one.id === decided));
    const actions = [...written, ...beside];
    const now = { nowMs: context.serverNow(), directory: context.directory() };
    const { ticket } = viewTicket(readTicket(id, doc), actions, rulings, me, now);
    const stream = actions.map(
      ({ id: actionId, action }): StreamAction => ({ id: actionId, action, ruling: rulings.get(actionId) ?? null }),
    );
    return { ticket, stream: inOrder(stream) };
  };

  const initial = view();
  const [ticket, setTicket] = createStore<Ticket>(initial.ticket);
  const [actions, setActions] = createSignal<StreamAction[]>(initial.stream);
  const [comments, setComments] = createSignal<ReadonlyMap<CommentId, Comment>>(readComments(doc));

  const rest = () => {
    clearTimeout(pause);
    clearTimeout(longest);
    pause = longest = undefined;
  };
  const typed = () => {
    clearTimeout(pause);
    pause = setTimeout(update, pauseMs);
    longest ??= setTimeout(update, longestMs);
  };
  const update = () => {
    isMarked = false;
    rest();
    const now = view();
    batch(() => {
      setTicket(reconcile(now.ticket));
      setActions((before) => keepSame(before, now.stream));
      setComments((before) => keepSameComments(before, readComments(doc)));
    });
  };
  const mark = (isOwn: boolean) => {
    // What a person does answers in the same frame; what comes in may gather.
    if (isOwn) return update();
    if (isMarked) return;
    isMarked = true;
    queueMicrotask(() => {
      if (isMarked) update();
    });
  };

  const follow = (next: Y.Doc) => {
    unfollow();
    doc = next;
    const maps = mapRoots.map((root) => next.getMap(roots[root]));
    const changed = (_update: Uint8Array, origin: unknown, _doc: Y.Doc, { changed: types }: Y.Transaction) => {
      const isText = !maps.some((map) => types.has(map as never));
      if (isText) typed();
      else mark(origin !== fromElsewhere);
    };
    next.on("update", changed);
    unfollow = () => next.off("update", changed);
  };
  follow(first);

  return {
    ticket: () => ticket,
    comments,
    actions,
    fingerprint: () => {
      // Asked for by somebody who decides now: of what stands there now.
      if (pause !== undefined && getListener() === null) update();
      return fingerprint(ticket.fields, ticket.brief);
    },
    follow: (next) => {
      follow(next);
      update();
    },
    refresh: update,
    stop: () => {
      rest();
      unfollow();
    },
  };
};

/** Ruled actions in the order of their rulings, then those that wait. */
const inOrder = (actions: StreamAction[]): StreamAction[] => {
  const ruled = actions.filter(({ ruling }) => ruling !== null);
  ruled.sort((a, b) => ((a.ruling?.at ?? "") < (b.ruling?.at ?? "") ? -1 : Number(a.ruling?.at !== b.ruling?.at)));
  return [...ruled, ...actions.filter(({ ruling }) => ruling === null)];
};

/** The same objects for the same entries, so that lists keep their rows. */
const keepSame = (before: readonly StreamAction[], now: StreamAction[]): StreamAction[] => {
  const known = new Map(before.map((entry) => [entry.id, entry]));
  return now.map((entry) => {
    const old = known.get(entry.id);
    return old !== undefined && (old.ruling === null) === (entry.ruling === null) ? old : entry;
  });
};

const keepSameComments = (
  before: ReadonlyMap<CommentId, Comment>,
  now: Map<CommentId, Comment>,
): ReadonlyMap<CommentId, Comment> => {
  let isSame = before.size === now.size;
  for (const [id, comment] of now) {
    const old = before.get(id);
    if (old !== undefined && JSON.stringify(old) === JSON.stringify(comment)) now.set(id, old);
    else isSame = false;
  }
  return isSame ? before : now;
};
