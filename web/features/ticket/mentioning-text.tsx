import { For, Show } from "solid-js";
import { canRead } from "../../../shared/access/can.ts";
import { mentionPieces } from "../../../shared/ticket/mentions.ts";
import { accessFacts } from "../../../shared/ticket/summary.ts";
import { useTicketPage } from "./ticket-context.ts";
import "./mention-list.css";

/** What was said, with the names of those it calls, who are those who may read it; one's own stands out. */
export const MentioningText = (props: { text: string }) => {
  const { ticket, directory, me } = useTicketPage();
  const readers = () =>
    [...directory().people.values()].filter((person) => canRead(person, accessFacts(ticket()), directory()));
  return (
    <For each={mentionPieces(props.text, props.text.includes("@") ? readers() : [])}>
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
