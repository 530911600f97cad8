import { For, Show } from "solid-js";
import { keyNames } from "../platform/shortcut.ts";
import type { ShortcutKeys } from "../platform/shortcuts.ts";
import { isInForce } from "../platform/single-keys.ts";
import "./key.css";

/** The keys that do the same; drawn only, `aria-keyshortcuts` says it. Nothing where they are switched off. */
export const Key = (props: { keys: ShortcutKeys }) => (
  <Show when={isInForce(props.keys)}>
    <span class="keys" aria-hidden="true">
      <For each={keyNames(props.keys)}>{(name) => <kbd class="key">{name}</kbd>}</For>
    </span>
  </Show>
);
