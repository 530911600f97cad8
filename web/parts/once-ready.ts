import { createEffect, createRoot, untrack } from "solid-js";
import type { TicketId } from "../../shared/ids.ts";
import type { Device, OpenTicket } from "../sync/device.ts";

/**
 * Does something on a ticket that is not on the screen: opens it as far as the disk needs, and closes it again. Resolves
 * with false where it is not on this device and cannot be fetched now.
 */
export const onceReady = (device: Device, id: TicketId, act: (open: OpenTicket) => void): Promise<boolean> =>
  new Promise((resolve) => {
    createRoot((dispose) => {
      const open = device.open(id);
      createEffect(() => {
        const phase = open.phase();
        if (phase === "loading") return;
        // Untracked, or it would be done again: it changes the very ticket it reads.
        if (phase === "ready") untrack(() => act(open));
        resolve(phase === "ready");
        queueMicrotask(() => {
          open.close();
          dispose();
        });
      });
    });
  });
