import { createEffect, on, Show } from "solid-js";
import type { CommentId } from "../../../shared/ids.ts";
import { maxCommentLength } from "../../../shared/ticket/comment.ts";
import { t } from "../../i18n/messages.ts";
import { createCommands } from "../../parts/commands.ts";
import { useDevice } from "../../parts/session-context.ts";
import { createShortcut } from "../../platform/shortcut.ts";
import { usernameOf } from "../../presentation/names.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { createMentions, MentionList } from "./mention-list.tsx";
import { useTicketPage } from "./ticket-context.ts";
import "./composer.css";

/** Where a comment is written. Ctrl or ⌘ with Enter sends as well. */
export const Composer = (props: { replyTo: CommentId | null; onDone: () => void }) => {
  let field!: HTMLTextAreaElement;
  const { open, directory } = useTicketPage();
  const { unsent } = useDevice();
  const body = () => unsent.read(open.ticket().id);
  const setBody = (text: string) => unsent.write(open.ticket().id, text);
  createShortcut("mod+enter", () => document.activeElement === field && send());
  createCommands(
    () => [{ id: "comment", name: t.keys.does.comment, icon: "icon-message-square", keys: "m", run: goToComposer }],
    ["m"],
  );
  createEffect(
    on(
      () => props.replyTo,
      (to) => to !== null && field.focus(),
      { defer: true },
    ),
  );
  const mentions = createMentions(setBody);
  const send = () => {
    const text = body().trim();
    if (text === "") return field.focus();
    open.addComment(text, props.replyTo);
    setBody("");
    props.onDone();
    // What was said pushes the field down, under the bar at the foot.
    queueMicrotask(() => field.scrollIntoView({ block: "nearest" }));
  };
  const addressee = () => {
    const to = props.replyTo === null ? undefined : open.comments().get(props.replyTo);
    return to === undefined ? null : usernameOf(to.author, directory());
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Show when={addressee()}>
        {(name) => (
          <p class="composer-reply t2 ink-2">
            {t.ticket.stream.replyTo(name())}
            <IconButton label={t.app.cancel} icon="icon-x" onClick={() => props.onDone()} />
          </p>
        )}
      </Show>
      <div class="composer-box">
        <MentionList mentions={mentions} />
        <textarea
          ref={field}
          id={fieldId}
          rows={1}
          maxLength={maxCommentLength}
          aria-label={t.ticket.stream.comment}
          placeholder={t.ticket.stream.placeholder}
          value={body()}
          aria-autocomplete="list"
          aria-controls={mentions.offered().length > 0 ? mentions.listId : undefined}
          aria-activedescendant={mentions.chosenId()}
          onInput={(event) => {
            setBody(event.currentTarget.value);
            mentions.follow(event.currentTarget);
          }}
          onKeyDown={mentions.press}
          onBlur={mentions.close}
        />
        <Button type="submit">{t.ticket.stream.send}</Button>
      </div>
    </form>
  );
};

const fieldId = "comment-field";

/** To where a comment is written, from anywhere on the ticket. */
export const goToComposer = () => {
  const field = document.getElementById(fieldId);
  field?.scrollIntoView({ block: "center" });
  field?.focus();
};
