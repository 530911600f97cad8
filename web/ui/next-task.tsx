import { createSignal, type JSX, onCleanup, Show } from "solid-js";

/**
 * Draws its children in a task of their own, right after the present one: a page that is drawn in several answers to a
 * hand in between, also on a slow phone.
 */
export const NextTask = (props: { children: JSX.Element }) => {
  const [isNext, setNext] = createSignal(false);
  const timer = setTimeout(() => setNext(true));
  onCleanup(() => clearTimeout(timer));
  return <Show when={isNext()}>{props.children}</Show>;
};
