import { createSignal, type JSX, onCleanup, Show } from "solid-js";
import { isOpening } from "./opening.ts";

/**
 * Draws its children in a task of their own, right after the present one: an app that opens in several answers to a hand in
 * between, also on a slow phone.
 */
export const NextTask = (props: { children: JSX.Element }) => {
  const [isNext, setNext] = createSignal(!isOpening());
  const timer = setTimeout(() => setNext(true));
  onCleanup(() => clearTimeout(timer));
  return <Show when={isNext()}>{props.children}</Show>;
};
