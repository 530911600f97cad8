import { Show } from "solid-js";
import { holderOf } from "../../presentation/holder.ts";
import { initialsOf, usernameOf } from "../../presentation/names.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Sentence } from "../../ui/sentence.tsx";
import { useTicketPage } from "./ticket-context.ts";
import "./holder-line.css";

/** Who holds it since when, and what is next. */
export const HolderLine = () => {
  const { ticket, viewer, directory, me } = useTicketPage();
  const holder = () => holderOf(ticket(), viewer());
  return (
    <div class="holder">
      <Show when={holder().person}>
        {(person) => (
          <Avatar initials={initialsOf(usernameOf(person(), directory()))} isMine={person() === me().id} size="large" />
        )}
      </Show>
      <div>
        <p>
          <Sentence text={holder().sentence} />
        </p>
        <Show when={holder().words}>{(words) => <blockquote class="holder-words">{words()}</blockquote>}</Show>
        <Show when={holder().next !== ""}>
          <p class="ink-2">{holder().next}</p>
        </Show>
      </div>
    </div>
  );
};
