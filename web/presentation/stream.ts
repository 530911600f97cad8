/** Comments and activity as one stream. Replies stand below what they answer, two deep; deeper ones say to whom. */
import type { ActionId, CommentId, UserId } from "../../shared/ids.ts";
import type { Comment } from "../../shared/ticket/ticket.ts";
import { type IsoTime, isoTime } from "../../shared/time.ts";
import type { StreamAction } from "../sync/device.ts";
import { isApplication } from "./suggestion.ts";

export interface StreamReply {
  id: CommentId;
  comment: Comment;
  /** Whom it answers, where that is not the comment it stands below. */
  inReplyTo: UserId | null;
}

export type StreamEntry =
  | { kind: "comment"; id: CommentId; at: IsoTime; comment: Comment; replies: StreamReply[] }
  | { kind: "action"; id: ActionId; at: IsoTime; entry: StreamAction };

/** Oldest first. Refused actions are their author's business and told elsewhere. */
export const streamOf = (
  comments: ReadonlyMap<CommentId, Comment>,
  actions: readonly StreamAction[],
): StreamEntry[] => {
  const done = actions
    .filter(({ ruling }) => ruling === null || ruling.accepted)
    .map((entry): StreamEntry => ({ kind: "action", id: entry.id, at: timeOf(entry), entry }));
  return [...threadsOf(comments), ...done].sort((one, other) => one.at.localeCompare(other.at));
};

const threadsOf = (comments: ReadonlyMap<CommentId, Comment>): StreamEntry[] => {
  const threads = new Map<CommentId, Extract<StreamEntry, { kind: "comment" }>>();
  const inOrder = [...comments].sort(([, one], [, other]) => one.createdAt.localeCompare(other.createdAt));
  for (const [id, comment] of inOrder) {
    if (rootOf(id, comments) === id)
      threads.set(id, { kind: "comment", id, at: comment.createdAt, comment, replies: [] });
  }
  for (const [id, comment] of inOrder) {
    const root = rootOf(id, comments);
    // That a suggestion was applied is told where it stands.
    if (root === id || isApplication(comment, comments)) continue;
    const isDirect = comment.parent === root;
    const inReplyTo = isDirect || comment.parent === null ? null : (comments.get(comment.parent)?.author ?? null);
    threads.get(root)?.replies.push({ id, comment, inReplyTo });
  }
  return [...threads.values()].filter(({ comment, replies }) => comment.deletedAt === undefined || replies.length > 0);
};

/** The comment a thread begins with. A parent nobody has, or a ring of parents, begins where one stands. */
const rootOf = (id: CommentId, comments: ReadonlyMap<CommentId, Comment>): CommentId => {
  const seen = new Set<CommentId>();
  let at = id;
  while (!seen.has(at)) {
    seen.add(at);
    const parent = comments.get(at)?.parent ?? null;
    if (parent === null || !comments.has(parent)) return at;
    at = parent;
  }
  return id;
};

/** The server's time once it has ruled, until then what the device says. */
const timeOf = ({ action, ruling }: StreamAction): IsoTime => {
  if (ruling !== null) return ruling.at;
  const ms = new Date(action.at ?? Date.now()).getTime();
  return isoTime(Number.isFinite(ms) ? ms : Date.now());
};
