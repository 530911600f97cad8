/** What may lie over any page and is opened from many places. */
import { createRoot, createSignal } from "solid-js";

export type Overlay = "palette" | "keys";

export const { overlay, openOverlay, closeOverlay } = createRoot(() => {
  const [current, setCurrent] = createSignal<Overlay | null>(null);
  return { overlay: current, openOverlay: (next: Overlay) => setCurrent(next), closeOverlay: () => setCurrent(null) };
});
