/**
 * What the interface sees of the device engine. Components read these accessors and call these commands; only web/sync/
 * knows about Yjs, Dexie, sockets and the server.
 */
import type { Accessor } from "solid-js";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import type { Directory, Person } from "../../shared/access/directory.ts";
import type { ActionId, CommentId, TicketId, UserId } from "../../shared/ids.ts";
import type { TicketSummary } from "../../shared/ticket/summary.ts";
import type { Comment, Fields, Ruling, Ticket } from "../../shared/ticket/ticket.ts";
import type { IsoTime } from "../../shared/time.ts";
import type { Action } from "../../shared/workflow/actions.ts";
import type { UnsentWords } from "./unsent-words.ts";

/** What the pill says. The last acknowledgement decides, never `navigator.onLine`. */
export type SyncStatus =
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
  /** For the editor binding only. */
  description: Y.XmlFragment;
  awareness: Awareness;
  setField<Key extends keyof Fields>(key: Key, value: Fields[Key]): void;
  /** Several as one change: they are judged together. */
  setFields(fields: Partial<Fields>): void;
  act(action: DistributiveOmit<Action, "actor" | "at" | "n">): void;
  addComment(body: string, parent: CommentId | null): void;
  editComment(id: CommentId, body: string): void;
  deleteComment(id: CommentId): void;
  close(): void;
}
export type DistributiveOmit<Union, Keys extends PropertyKey> = Union extends unknown ? Omit<Union, Keys> : never;

export interface Device {
  me: Accessor<Person>;
  directory: Accessor<Directory>;
  /** Every ticket on this device that this person may see, drafts included, newest change first. */
  tickets: Accessor<readonly ListedTicket[]>;
  /** First download: how many of how many; null when done. */
  progress: Accessor<{ done: number; total: number } | null>;
  status: Accessor<SyncStatus>;
  lastContact: Accessor<IsoTime | null>;
  waiting: Accessor<WaitingChange[]>;
  refused: Accessor<RefusedChange[]>;
  /** True once the server says this session has ended; work goes on, sign in to sync. */
  sessionEnded: Accessor<boolean>;
  open(id: TicketId): OpenTicket;
  /** A new draft on this device, with the requester's own department; returns at once. Untouched it leaves no trace. */
  createDraft(): TicketId;
  discardRefused(id: string): Promise<void>;
  unsent: UnsentWords;
  /** Resolves when everything typed so far is on this device's disk. */
  written(): Promise<void>;
  syncNow(): Promise<void>;
  /** Ends the session where the server can be reached, then removes everything of this person from the device. */
  signOut(): Promise<void>;
}
