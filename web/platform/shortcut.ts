import { onCleanup } from "solid-js";

/** Calls `run` when `key` is pressed alone and nobody is typing; gone with the component. */
export const createShortcut = (key: string, run: () => void) => {
  const listen = (event: KeyboardEvent) => {
    if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const target = event.target as HTMLElement;
    if (target.closest("input, textarea, select, dialog, [contenteditable=true]") !== null) return;
    event.preventDefault();
    run();
  };
  document.addEventListener("keydown", listen);
  onCleanup(() => document.removeEventListener("keydown", listen));
};
