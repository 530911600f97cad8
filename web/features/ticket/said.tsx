import { createSignal, onMount, Show, untrack } from "solid-js";
import type { CommentId, UserId } from "../../../shared/ids.ts";
import { maxCommentLength } from "../../../shared/ticket/comment.ts";
import type { Comment } from "../../../shared/ticket/ticket.ts";
import { toMs } from "../../../shared/time.ts";
import { t } from "../../i18n/messages.ts";
import { PencilMark } from "../../parts/marks.tsx";
import { Moment } from "../../parts/moment.tsx";
import { useDevice } from "../../parts/session-context.ts";
import { initialsOf, nameFor, usernameOf } from "../../presentation/names.ts";
import { undoMs } from "../../sync/undo-time.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Button } from "../../ui/button.tsx";
import { Sentence } from "../../ui/sentence.tsx";
import { createDelayedDelete } from "./delayed-delete.ts";
import { MentioningText } from "./mentioning-text.tsx";
import { Suggested } from "./suggested.tsx";
import { useTicketPage } from "./ticket-context.ts";

interface SaidProps {
  id: CommentId;
  comment: Comment;
  inReplyTo: UserId | null;
  onReply: (to: CommentId) => void;
}

/** What one person said. One's own can be changed and deleted; a deleted one keeps its place for its replies. */
export const Said = (props: SaidProps) => {
  const { open, me, directory, may } = useTicketPage();
  const [isEditing, setEditing] = createSignal(false);
  const isMine = () => props.comment.author === me().id;
  const isDeleted = () => props.comment.deletedAt !== undefined;
  const suggestion = () => (isDeleted() ? undefined : props.comment.suggestion);
  const deletion = createDelayedDelete(() => open.deleteComment(props.id));
  return (
    <article class="said">
      <Avatar initials={initialsOf(usernameOf(props.comment.author, directory()))} isMine={isMine()} size="large" />
      <div>
        <p class="said-head t2">
          <Show when={suggestion()} fallback={<b>{nameFor(props.comment.author, me().id, directory())}</b>}>
            <span>
              <Sentence
                text={
                  isMine()
                    ? t.suggestions.headingOwn
                    : t.suggestions.heading(usernameOf(props.comment.author, directory()))
                }
              />
            </span>
          </Show>
          <Show when={props.inReplyTo}>
            {(to) => <span class="ink-2">{t.ticket.stream.inReplyTo(usernameOf(to(), directory()))}</span>}
          </Show>
          <span class="ink-3 t1">
            <Moment at={props.comment.createdAt} />
          </span>
          <Show when={props.comment.editedAt !== undefined && !isDeleted()}>
            <span class="ink-3 t1">{t.ticket.stream.edited}</span>
          </Show>
          <Waiting comment={props.comment} />
        </p>
        <Show when={!isDeleted()} fallback={<p class="ink-3">{t.ticket.stream.deleted}</p>}>
          <Show when={deletion.seconds()}>{(seconds) => <Deleting seconds={seconds()} onUndo={deletion.undo} />}</Show>
          <Show when={deletion.seconds() === null && !isEditing()}>
            <Show when={suggestion()} fallback={<SaidBody text={props.comment.body} />}>
              {(wanted) => <Suggested id={props.id} suggestion={wanted()} />}
            </Show>
            <Show when={may("comment")}>
              <div class="said-tools">
                <Button kind="words" onClick={() => props.onReply(props.id)}>
                  {t.ticket.stream.reply}
                </Button>
                <Show when={isMine()}>
                  <Show when={suggestion() === undefined}>
                    <Button kind="words" onClick={() => setEditing(true)}>
                      {t.ticket.stream.edit}
                    </Button>
                  </Show>
                  <Button kind="words" onClick={deletion.start}>
                    {t.ticket.stream.delete}
                  </Button>
                </Show>
              </div>
            </Show>
          </Show>
          <Show when={isEditing()}>
            <EditComment id={props.id} body={props.comment.body} onDone={() => setEditing(false)} />
          </Show>
        </Show>
      </div>
    </article>
  );
};

const SaidBody = (props: { text: string }) => (
  <p class="said-body">
    <MentioningText text={props.text} />
  </p>
);

/** Nobody else has seen anything yet: a pencil line that runs out while one can still think again. */
const Deleting = (props: { seconds: number; onUndo: () => void }) => (
  <div class="said-deleting">
    <p class="ink-2" role="status">
      {t.ticket.stream.deleting}
    </p>
    <Button kind="words" onClick={() => props.onUndo()}>
      {t.ticket.stream.undo}
    </Button>
    <span class="t1 ink-2 figures" aria-hidden="true">
      {t.ticket.stream.undoFor(props.seconds)}
    </span>
    <span class="said-time" style={{ "animation-duration": `${undoMs}ms` }} aria-hidden="true" />
  </div>
);

/** Between the moment a comment names and the one at which it is written down. */
const writtenWithinMs = 2_000;

/** The device knows since when comments of a ticket wait, not which: those written since then are meant. */
const Waiting = (props: { comment: Comment }) => {
  const device = useDevice();
  const { open, me } = useTicketPage();
  const isWaiting = () => {
    const { author, createdAt, editedAt, deletedAt } = props.comment;
    if (author !== me().id) return false;
    const touchedAt = deletedAt ?? editedAt ?? createdAt;
    return device
      .waiting()
      .some(
        ({ ticket, what, madeAt }) =>
          ticket === open.ticket().id && what === "comments" && toMs(madeAt) <= toMs(touchedAt) + writtenWithinMs,
      );
  };
  return (
    <Show when={isWaiting()}>
      <span class="t1">
        <PencilMark text={t.ticket.stream.waiting} />
      </span>
    </Show>
  );
};

const EditComment = (props: { id: CommentId; body: string; onDone: () => void }) => {
  const { open } = useTicketPage();
  const { unsent } = useDevice();
  const key = `${open.ticket().id}:edit:${props.id}`;
  let field!: HTMLTextAreaElement;
  onMount(() => field.focus());
  const [body, setBody] = createSignal(untrack(() => unsent.read(key)) || props.body);
  const write = (text: string) => {
    setBody(text);
    unsent.write(key, text === props.body ? "" : text);
  };
  const leave = () => {
    unsent.write(key, "");
    props.onDone();
  };
  const save = () => {
    const text = body().trim();
    if (text !== "" && text !== props.body) open.editComment(props.id, text);
    leave();
  };
  return (
    <div>
      <textarea
        ref={field}
        class="line"
        aria-label={t.ticket.stream.editing}
        maxLength={maxCommentLength}
        value={body()}
        onInput={(event) => write(event.currentTarget.value)}
      />
      <div class="said-tools">
        <Button kind="words" onClick={save}>
          {t.ticket.stream.save}
        </Button>
        <Button kind="words" onClick={leave}>
          {t.app.cancel}
        </Button>
      </div>
    </div>
  );
};
