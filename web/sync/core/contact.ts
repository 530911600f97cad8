/** What is known about reaching the server. The last exchange decides, never `navigator.onLine`. */
import type { DeviceMeta, DeviceStore } from "./device-store.ts";
import type { DeviceClock } from "./ports.ts";

export interface Contact {
  /** What was known when the device was last used. */
  restore(meta: Pick<DeviceMeta, "lastContact" | "clockOffsetMs">): void;
  /** Null before the first attempt of this start. */
  isReachable(): boolean | null;
  /** Device clock, milliseconds since 1970; 0 for never. */
  last(): number;
  /** True once the server said that this session has ended. */
  hasSessionEnded(): boolean;
  /** Device time put right by the server's clock as last heard. */
  serverNow(): number;
  reached(serverNow: number | null): void;
  lost(): void;
  sessionEnded(): void;
}

/** Written down at most this often: it is only shown. */
const saveEveryMs = 5_000;

export const createContact = (
  store: Pick<DeviceStore, "saveMeta">,
  clock: DeviceClock,
  changed: () => void,
): Contact => {
  let reachable: boolean | null = null;
  let last = 0;
  let savedAt = 0;
  let ended = false;
  let offsetMs = 0;

  return {
    restore: (meta) => {
      last = savedAt = meta.lastContact;
      offsetMs = meta.clockOffsetMs;
    },
    isReachable: () => reachable,
    last: () => last,
    hasSessionEnded: () => ended,
    serverNow: () => clock.now() + offsetMs,
    reached: (serverNow) => {
      reachable = true;
      ended = false;
      last = clock.now();
      if (serverNow !== null) offsetMs = serverNow - last;
      if (Math.abs(last - savedAt) >= saveEveryMs) {
        savedAt = last;
        // Only shown; the next contact writes it again.
        store.saveMeta({ lastContact: last, clockOffsetMs: offsetMs }).catch(() => {});
      }
      changed();
    },
    lost: () => {
      reachable = false;
      changed();
    },
    sessionEnded: () => {
      ended = true;
      changed();
    },
  };
};
