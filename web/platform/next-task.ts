import { type Accessor, createSignal, onCleanup } from "solid-js";

/** Becomes true in the next task: what is drawn then is drawn by itself, and a phone can answer in between. */
export const createNextTask = (): Accessor<boolean> => {
  const [isNext, setNext] = createSignal(false);
  const timer = setTimeout(() => setNext(true));
  onCleanup(() => clearTimeout(timer));
  return isNext;
};
