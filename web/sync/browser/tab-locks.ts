import type { UserId } from "../../../shared/ids.ts";
import type { TabLocks } from "../core/ports.ts";

/** Locks are the browser's, not the page's, so their names carry the user id. */
export const lockName = (userId: UserId, name: string): string => `slate-${userId}-${name}`;

/** Rights among one person's tabs by Web Locks. Without them (no secure context) every tab has every right. */
export const createTabLocks = (userId: UserId): TabLocks => ({
  acquire: (name) => {
    if (navigator.locks === undefined) return Promise.resolve(() => {});
    return new Promise((granted, refused) => {
      const held = () => new Promise<void>((giveUp) => granted(giveUp));
      navigator.locks.request(lockName(userId, name), held).catch(refused);
    });
  },
});
