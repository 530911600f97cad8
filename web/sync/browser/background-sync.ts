/** Asks the browser to let the service worker send what waits, even if no window is open when the network is back. */
import type { Engine } from "../core/engine.ts";
import { backgroundSyncTag } from "./background-sync-tag.ts";

/** Chromium only; TypeScript's DOM does not know it. */
type RegistrationWithSync = ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } };

/**
 * Registers whenever something waits that cannot be sent now, and when the page is left with something waiting. Elsewhere
 * the next start, a look at the page or the network's return send it (wake-triggers.ts).
 */
export const askForBackgroundSync = ({
  index,
  contact,
  listen,
}: Pick<Engine, "index" | "contact" | "listen">): (() => void) => {
  let isAsked = false;
  const ask = () => {
    if (isAsked || index.waiting.size === 0) return;
    isAsked = true;
    void register();
  };
  const unlisten = listen(() => {
    if (index.waiting.size === 0) isAsked = false;
    // What leaving the page takes is written down after it was left.
    else if (contact.isReachable() === false || document.visibilityState === "hidden") ask();
  });
  const whenLeft = () => {
    if (document.visibilityState === "hidden") ask();
  };
  document.addEventListener("visibilitychange", whenLeft);
  return () => {
    unlisten();
    document.removeEventListener("visibilitychange", whenLeft);
  };
};

const register = async (): Promise<void> => {
  const registration = (await navigator.serviceWorker?.getRegistration()) as RegistrationWithSync | undefined;
  // A browser without it, or a person who has switched it off: a bonus, not the way.
  await registration?.sync?.register(backgroundSyncTag).catch(() => {});
};
