import { For, Show } from "solid-js";
import type { CommentId } from "../../../shared/ids.ts";
import type { StreamEntry } from "../../presentation/stream.ts";
import { Said } from "./said.tsx";

/** A comment and its replies, indented once. */
export const CommentThread = (props: {
  thread: Extract<StreamEntry, { kind: "comment" }>;
  onReply: (to: CommentId) => void;
}) => (
  <div class="thread">
    <Said id={props.thread.id} comment={props.thread.comment} inReplyTo={null} onReply={props.onReply} />
    <div class="replies">
      <For each={props.thread.replies.map((reply) => reply.id)}>
        {(id) => (
          <Show when={props.thread.replies.find((reply) => reply.id === id)}>
            {(reply) => (
              <Said id={id} comment={reply().comment} inReplyTo={reply().inReplyTo} onReply={props.onReply} />
            )}
          </Show>
        )}
      </For>
    </div>
  </div>
);
