import { createSignal, untrack } from "solid-js";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import type { Person } from "../../shared/access/directory.ts";
import { roots } from "../../shared/document/layout.ts";
import { readComments } from "../../shared/document/read.ts";
import {
  addComment,
  appendDescriptionText,
  deleteComment,
  editComment,
  writeFields,
} from "../../shared/document/write.ts";
import { type ActionId, type CommentId, newId, type RandomBytes, type TicketId } from "../../shared/ids.ts";
import type { Comment } from "../../shared/ticket/ticket.ts";
import { isoTime } from "../../shared/time.ts";
import type { Action } from "../../shared/workflow/actions.ts";
import type { Engine } from "./core/engine.ts";
import type { KeptDecision, OpenTicket, Peer } from "./device.ts";
import { letGoOfHeld } from "./let-go-of-held.ts";
import { readPeers } from "./peers.ts";
import type { SeenBriefs } from "./seen-briefs.ts";
import { actionsOn } from "./shown-decisions.ts";
import { createTicketProjection } from "./ticket-projection.ts";
import { writeAction } from "./write-action.ts";
import { writtenBy } from "./written-by.ts";

/** For other programs' carets; the app colours people by their id. */
const stockColor = "#5f6b7a";

export interface OpenTicketDeps {
  engine: Engine;
  me: Person;
  awarenessOf(doc: Y.Doc): Awareness;
  random: RandomBytes;
  now(): number;
  seen: SeenBriefs;
  /** Decisions of this person that are shown and may not stand in their tickets yet. */
  decisions: { shown(): readonly KeptDecision[]; listen(listener: () => void): () => void };
}

/** A ticket as the interface has it open. Needs `close()`. */
export const createOpenTicket = (id: TicketId, deps: OpenTicketDeps): OpenTicket => {
  const { engine, me, awarenessOf, random, now, seen, decisions } = deps;
  const { document, release } = engine.open(id);
  const projection = createTicketProjection(id, document.doc(), me, {
    directory: engine.directory,
    serverNow: engine.contact.serverNow,
    decisions: () => actionsOn(id, decisions.shown()),
  });
  const unlistenDecisions = decisions.listen(projection.refresh);
  const [phase, setPhase] = createSignal(document.phase());
  const [hasWaiting, setHasWaiting] = createSignal(document.waiting() > 0);
  const [peers, setPeers] = createSignal<Peer[]>([]);
  let awareness = awarenessOf(document.doc());

  const hearPeers = () => setPeers(readPeers(awareness, me.id));
  const join = () => {
    awareness = awarenessOf(document.doc());
    awareness.setLocalStateField("user", { id: me.id, name: me.username, color: stockColor });
    awareness.on("change", hearPeers);
    hearPeers();
  };
  join();

  const unlisten = document.listen((change) => {
    if (change === "replaced") {
      awareness.off("change", hearPeers);
      projection.follow(document.doc());
      join();
    }
    // Whoever waits for the ticket to be ready reads it in the same breath.
    if (document.phase() !== untrack(phase)) projection.refresh();
    setPhase(document.phase());
    setHasWaiting(document.waiting() > 0);
  });

  const say = (comment: Omit<Comment, "author" | "createdAt">) => {
    const createdAt = isoTime(engine.contact.serverNow());
    addComment(document.doc(), newId<CommentId>(now(), random), { author: me.id, ...comment, createdAt });
  };

  return {
    phase,
    ticket: projection.ticket,
    comments: projection.comments,
    actions: projection.actions,
    fingerprint: projection.fingerprint,
    peers,
    hasWaiting,
    writtenBy: () => writtenBy(document.doc()),
    get description() {
      return document.doc().getXmlFragment(roots.description);
    },
    get awareness() {
      return awareness;
    },
    setField: (key, value) => writeFields(document.doc(), { [key]: value }),
    setFields: (fields) => writeFields(document.doc(), fields),
    act: (action) => {
      const made = { ...action, actor: me.id, at: isoTime(now()) } as Action;
      // Should the approval be held because the brief changed, this is what it was given to.
      if (made.type === "approve") void seen.keep(projection.ticket(), null);
      writeAction(document.doc(), newId<ActionId>(now(), random), made);
      if (made.type === "approve") letGoOfHeld(engine, id);
    },
    appendDescription: (text) => appendDescriptionText(document.doc(), text),
    addComment: (body, parent) => say({ body, parent }),
    suggest: (suggestion, body) => say({ body, parent: null, suggestion }),
    applySuggestion: (comment, body) => {
      const suggestion = readComments(document.doc()).get(comment)?.suggestion;
      if (suggestion === undefined) return;
      if (suggestion.field === "description") appendDescriptionText(document.doc(), suggestion.value);
      else writeFields(document.doc(), { [suggestion.field]: suggestion.value });
      say({ body, parent: comment, applied: true });
    },
    editComment: (comment, body) => editComment(document.doc(), comment, body, isoTime(engine.contact.serverNow())),
    deleteComment: (comment) => deleteComment(document.doc(), comment, isoTime(engine.contact.serverNow())),
    close: () => {
      awareness.off("change", hearPeers);
      unlisten();
      unlistenDecisions();
      projection.stop();
      void release();
    },
  };
};
