/**
 * The service worker: everything the app is made of is on the device after the first visit, and every URL of the app
 * opens from there. What a page asks the server for never passes through here; only when no window is open does the
 * worker itself send what waits.
 */
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { backgroundSyncTag } from "./sync/browser/background-sync-tag.ts";
import { sendOutbox } from "./sync/browser/send-outbox.ts";

declare const self: ServiceWorkerGlobalScope;

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();

registerRoute(
  new NavigationRoute(createHandlerBoundToURL("index.html"), {
    denylist: [/^\/api\//, /^\/sync(\/|$)/, /^\/metrics$/],
  }),
);

// A new version waits until the person asks for it: taking over at once would pull the code away under an open editor.
self.addEventListener("message", (event) => {
  if (event.data === "takeOver") void self.skipWaiting();
});
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

interface SyncEvent extends ExtendableEvent {
  tag: string;
}
self.addEventListener("sync" as never, (event: SyncEvent) => {
  if (event.tag === backgroundSyncTag) event.waitUntil(sendOutbox());
});
