/**
 * The service worker's life in this tab. A new version waits until somebody takes it; taking it moves every open tab over
 * at once, but each reloads only when it is told to: nobody's page goes away under their hands.
 */
import { createSignal } from "solid-js";

/** Looks for a new version while the app stays open. */
const lookEveryMs = 60 * 60_000;

const [waiting, setWaiting] = createSignal<ServiceWorker | null>(null);
/** Another tab has taken it: this one is the old version over new files. */
const [isOvertaken, setOvertaken] = createSignal(false);
let isTakingOver = false;

/** Is there a new version to reload into? */
export const updateReady = () => waiting() !== null || isOvertaken();

/** Everything typed must be on disk before. */
export const takeUpdate = () => {
  if (isOvertaken()) return location.reload();
  isTakingOver = true;
  waiting()?.postMessage("takeOver");
};

export const registerServiceWorker = async (): Promise<void> => {
  if (!("serviceWorker" in navigator) || import.meta.env.DEV) return;
  const isFirst = navigator.serviceWorker.controller === null;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (isTakingOver) location.reload();
    else if (!isFirst) setOvertaken(true);
  });
  // A private window may refuse; the app works all the same, it only cannot start without a network.
  const registration = await navigator.serviceWorker.register("/sw.js", { type: "module" }).catch(() => undefined);
  if (registration === undefined) return;
  watch(registration);
  setInterval(() => void registration.update().catch(ignoreOffline), lookEveryMs);
};

const watch = (registration: ServiceWorkerRegistration) => {
  const offer = (worker: ServiceWorker | null) => {
    if (worker?.state === "installed" && navigator.serviceWorker.controller !== null) setWaiting(worker);
  };
  offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker?.addEventListener("statechange", () => offer(worker));
  });
};

/** No network, no news: the next look comes in an hour. */
const ignoreOffline = () => {};
