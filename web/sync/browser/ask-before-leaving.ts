import type { Engine } from "../core/engine.ts";

/**
 * While something typed is not on disk yet – a moment as a rule, longer where the device has no room – the browser asks
 * before the page is left. Registered for that long only: a page with this listener is not kept for 'Back'.
 */
export const askBeforeLeaving = ({ listen, unsaved }: Pick<Engine, "listen" | "unsaved">): (() => void) => {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault();
  const unlisten = listen(() => {
    if (unsaved() > 0) addEventListener("beforeunload", ask);
    else removeEventListener("beforeunload", ask);
  });
  return () => {
    unlisten();
    removeEventListener("beforeunload", ask);
  };
};
