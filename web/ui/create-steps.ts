import { type Accessor, createSignal, onCleanup } from "solid-js";
import { isOpening } from "./opening.ts";

/** More than any screen shows of anything. */
const enough = 100;

/** How many of a list to draw: while the app opens, `each` more in every task; all of it from the first touch on. */
export const createSteps = (each: number): Accessor<number> => {
  if (!isOpening()) return () => Number.POSITIVE_INFINITY;
  const [drawn, setDrawn] = createSignal(each);
  const next = () => {
    setDrawn((before) => (isOpening() && before < enough ? before + each : Number.POSITIVE_INFINITY));
    if (drawn() === Number.POSITIVE_INFINITY) clearInterval(timer);
  };
  const timer = setInterval(next);
  onCleanup(() => clearInterval(timer));
  return drawn;
};
