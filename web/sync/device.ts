/**
 * What the interface sees of the device engine. Components read these accessors and call these commands; only web/sync/
 * knows about Yjs, Dexie, sockets and the server.
 */
import type { Accessor } from "solid-js";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import type { Directory, Person } from "../../shared/access/directory.ts";
import type { ActionId, CommentId, TicketId, UserId } from "../../shared/ids.ts";
import type { Suggestion } from "../../shared/ticket/suggestion.ts";
import type { TicketSummary } from "../../shared/ticket/summary.ts";
import type { Comment, Fields, Ruling, Ticket } from "../../shared/ticket/ticket.ts";
import type { IsoTime } from "../../shared/time.ts";
import type { Action } from "../../shared/workflow/actions.ts";
import type { SeenBriefs } from "./seen-briefs.ts";
import type { StorageHealth } from "./storage-health.ts";
import type { UndoableDecisions } from "./undoable-decisions.ts";
import type { UnsentWords } from "./unsent-words.ts";
import type { WrittenBy } from "./written-by.ts";

/** What the pill says. The last acknowledgement decides, never `navigator.onLine`. */
export type SyncStatus =
  /** Nothing is known yet: the device is still starting. */
  | { kind: "opening" }
  | { kind: "saved" }
  | { kind: "saving"; waiting: number }
  | { kind: "offline"; waiting: number }
  | { kind: "attention"; count: number };

/** One local change that the server has not acknowledged. */
export interface WaitingChange {
  ticket: TicketId;
  title: string;
  /** What was done: an action type, or the part of the document that was written. */
  what: Action["type"] | "fields" | "description" | "comments";
  madeAt: IsoTime;
}

/** One change the server refused or put back, kept until its author lets go of it. */
export interface RefusedChange {
  id: string;
  ticket: TicketId;
  title: string;
  /** The action refused, or the part of the document put back. */
  what: Action["type"] | "fields" | "description" | "comments" | "attachments";
  /** The field's key or the comment's id, where there is one. */
  key: string;
  /** What the person had written, as text. */
  wrote: string;
  code: string;
  facts: Record<string, unknown>;
  at: IsoTime;
}

/** A brief this person has looked at on this device, under the fingerprint an approval of it carries. */
export interface SeenBrief {
  ticket: TicketId;
  fingerprint: string;
  /** When they last looked at this very brief; the server's time as the device knows it. */
  at: IsoTime;
  fields: Fields;
  /** The description as plain text. */
  text: string;
  /** Comments and actions that stood there, where they were looked at too. */
  entries: string[] | null;
}

/** A decision of this person that is theirs to undo: on this device only, not in the ticket. */
export interface KeptDecision {
  /** The action's id once it is taken. */
  id: ActionId;
  ticket: TicketId;
  action: Action;
}

/** What a person decides about a ticket as they see it. */
export interface Decision {
  ticket: Pick<Ticket, "id" | "fields" | "brief">;
  action: NewAction;
}

export interface ListedTicket {
  summary: TicketSummary;
  /** Holds changes that are not acknowledged yet. */
  hasWaiting: boolean;
}

/** An action in the ticket's history with what became of it; `ruling` is null while it waits to reach the server. */
export interface StreamAction {
  id: ActionId;
  action: Action;
  ruling: Ruling | null;
}

export interface Peer {
  userId: UserId;
  username: string;
  /** CSS custom property of their colour, one of --who-1 … --who-6. */
  color: string;
  isWriting: boolean;
}

export interface OpenTicket {
  /** `loading` from disk, `ready`, or `absent`: neither on this device nor (when asked) on the server. */
  phase: Accessor<"loading" | "ready" | "absent">;
  /** State and fields as this person should see them: the server's, plus their own actions not ruled yet. */
  ticket: Accessor<Ticket>;
  comments: Accessor<ReadonlyMap<CommentId, Comment>>;
  actions: Accessor<StreamAction[]>;
  peers: Accessor<Peer[]>;
  hasWaiting: Accessor<boolean>;
  /** Fingerprint of the brief on the screen, for approvals. */
  fingerprint: Accessor<string>;
  /** Who put each letter and field there, as of now. */
  writtenBy(): WrittenBy;
  /** For the editor binding only. */
  description: Y.XmlFragment;
  awareness: Awareness;
  setField<Key extends keyof Fields>(key: Key, value: Fields[Key]): void;
  /** Several as one change: they are judged together. */
  setFields(fields: Partial<Fields>): void;
  act(action: NewAction): void;
  /** Adds plain text to the end of the description. */
  appendDescription(text: string): void;
  addComment(body: string, parent: CommentId | null): void;
  /** A comment that carries a change for somebody who may make it; `body` says the same in words. */
  suggest(suggestion: Suggestion, body: string): void;
  /** Makes the change a comment suggests as one's own edit, and says so in a reply. */
  applySuggestion(id: CommentId, body: string): void;
  editComment(id: CommentId, body: string): void;
  deleteComment(id: CommentId): void;
  close(): void;
}
type DistributiveOmit<Union, Keys extends PropertyKey> = Union extends unknown ? Omit<Union, Keys> : never;
/** An action without what the device adds: who, when, after which others. */
export type NewAction = DistributiveOmit<Action, "actor" | "at" | "n">;

export interface Device {
  /** False while the app opens with the first rows only, as they were the last time: nothing is to be counted yet. */
  isWhole: Accessor<boolean>;
  me: Accessor<Person>;
  directory: Accessor<Directory>;
  /** Every ticket on this device that this person may see, drafts included, newest change first. */
  tickets: Accessor<readonly ListedTicket[]>;
  /**
   * Full-text search over everything on this device: what fits, and how well, smallest first; null where nothing is
   * searched for. Tracked: what is still being read in is found a moment later.
   */
  find(query: string): ReadonlyMap<TicketId, number> | null;
  /** First download: how many of how many; null when done. */
  progress: Accessor<{ done: number; total: number } | null>;
  status: Accessor<SyncStatus>;
  lastContact: Accessor<IsoTime | null>;
  waiting: Accessor<WaitingChange[]>;
  refused: Accessor<RefusedChange[]>;
  /** False while this device cannot write to its storage: what is done now lives in this tab only. */
  isStoring: Accessor<boolean>;
  /** How many tickets are on this device with all they hold, and how many of these could go: over, nothing unsent. */
  kept: Accessor<{ tickets: number; spare: number }>;
  /** True once the server says this session has ended; work goes on, sign in to sync. */
  sessionEnded: Accessor<boolean>;
  open(id: TicketId): OpenTicket;
  /** A new draft on this device, with the requester's own department; returns at once. Untouched it leaves no trace. */
  createDraft(): TicketId;
  discardRefused(id: string): Promise<void>;
  /** Removes the documents of spare tickets, which stay listed; resolves with how many. None while offline. */
  freeSpace(): Promise<number>;
  unsent: UnsentWords;
  storage: StorageHealth;
  seen: SeenBriefs;
  /** Decisions taken together; they can be undone together for a while, and reach nobody until then. */
  decide(decisions: readonly Decision[]): void;
  undoable: UndoableDecisions;
  /** Resolves when everything typed so far is on this device's disk. */
  written(): Promise<void>;
  syncNow(): Promise<void>;
  /** Ends the session where the server can be reached, then removes everything of this person from the device. */
  signOut(): Promise<void>;
}
