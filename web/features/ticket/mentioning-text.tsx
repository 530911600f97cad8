import { For, Show } from "solid-js";
import { mentionPieces } from "../../../shared/ticket/mentions.ts";
import { useTicketPage } from "./ticket-context.ts";
import "./mention-list.css";

/** What was said, with the names of those it calls; one's own stands out. */
export const MentioningText = (props: { text: string }) => {
  const { directory, me } = useTicketPage();
  return (
    <For each={mentionPieces(props.text, directory().people.values())}>
      {({ text, person }) => (
        <Show when={person !== null} fallback={text}>
          <span class="mention" classList={{ "mention-me": person?.id === me().id }}>
            {text}
          </span>
        </Show>
      )}
    </For>
  );
};
