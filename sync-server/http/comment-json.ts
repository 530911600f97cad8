import type { CommentId } from "../../shared/ids.ts";
import type { Comment } from "../../shared/ticket/ticket.ts";

export const commentJson = (id: CommentId, comment: Comment) => ({
  id,
  author: comment.author,
  body: comment.body,
  parent: comment.parent,
  created_at: comment.createdAt,
  edited_at: comment.editedAt ?? null,
  deleted_at: comment.deletedAt ?? null,
});
