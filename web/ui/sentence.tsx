import { For, Show } from "solid-js";
import { splitStrong } from "../i18n/strong.ts";

/** A sentence of the catalogue with its emphasis drawn. */
export const Sentence = (props: { text: string }) => (
  <For each={splitStrong(props.text)}>
    {(piece) => (
      <Show when={piece.isStrong} fallback={piece.text}>
        <b>{piece.text}</b>
      </Show>
    )}
  </For>
);
