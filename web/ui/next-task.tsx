import { createSignal, type JSX, onCleanup, Show } from "solid-js";

/** The app opens until a hand is there; from then on that hand waits for what it asked for, and all of it comes at once. */
let isOpening = true;
for (const sign of ["pointerdown", "keydown"]) {
  addEventListener(sign, () => (isOpening = false), { capture: true, once: true });
}

/**
 * Draws its children in a task of their own, right after the present one: an app that opens in several answers to a hand in
 * between, also on a slow phone.
 */
export const NextTask = (props: { children: JSX.Element }) => {
  const [isNext, setNext] = createSignal(!isOpening);
  const timer = setTimeout(() => setNext(true));
  onCleanup(() => clearTimeout(timer));
  return <Show when={isNext()}>{props.children}</Show>;
};
