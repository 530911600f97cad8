import { onCleanup, onMount } from "solid-js";

/** Letters typed before the field they are meant for is there; none reaches the page, where they would be shortcuts. */
export const createTypeAhead = () => {
  let typed = "";
  const keep = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Backspace") typed = typed.slice(0, -1);
    else if (event.key.length === 1) typed += event.key;
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  return {
    /** Stands on the page for as long as the field is awaited, one after another where there are several reasons to wait. */
    Waiting: () => {
      onMount(() => window.addEventListener("keydown", keep, { capture: true }));
      onCleanup(() => window.removeEventListener("keydown", keep, { capture: true }));
      return null;
    },
    /** What was typed, once. */
    take: () => {
      const taken = typed;
      typed = "";
      return taken;
    },
  };
};
