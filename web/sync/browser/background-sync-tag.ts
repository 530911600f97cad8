/** What pages register and the service worker listens for. */
export const backgroundSyncTag = "slate-outbox";
