import { For, Show } from "solid-js";
import { markWords } from "../presentation/mark-words.ts";
import "./marked-text.css";

/** A text in which what is searched for is marked. */
export const MarkedText = (props: { text: string; query?: string | undefined }) => (
  <Show when={(props.query ?? "") !== ""} fallback={props.text}>
    <For each={markWords(props.text, props.query ?? "")}>
      {(piece) => (
        <Show when={piece.isHit} fallback={piece.text}>
          <mark class="hit">{piece.text}</mark>
        </Show>
      )}
    </For>
  </Show>
);
