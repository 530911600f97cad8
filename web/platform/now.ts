import { createRoot, createSignal } from "solid-js";

/** How often 'since' and 'left' move on. */
const tickMs = 20_000;

/** The present in milliseconds since 1970, for everything on the screen that speaks of time. */
export const now = createRoot(() => {
  const [ms, setMs] = createSignal(Date.now());
  const tick = () => setMs(Date.now());
  setInterval(tick, tickMs);
  document.addEventListener("visibilitychange", tick);
  return ms;
});
