import { type Accessor, createSignal, onCleanup, onMount } from "solid-js";

/** Becomes true once the page has been drawn: the moment for what is heavy and stands below the fold. */
export const createAfterFirstPaint = (): Accessor<boolean> => {
  const [isPainted, setPainted] = createSignal(false);
  onMount(() => {
    let timer = 0;
    const frame = requestAnimationFrame(() => {
      timer = window.setTimeout(() => setPainted(true));
    });
    onCleanup(() => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    });
  });
  return isPainted;
};
