import type { SyncLog } from "./sync-log.ts";

/** Something that is tried again and again, and fails for a while: said once, not at every try. */
export interface Outage {
  failed(error: unknown): void;
  worked(): void;
  lasts(): boolean;
}

export const createOutage = (log: Pick<SyncLog, "warn">, message: string): Outage => {
  let lasts = false;
  return {
    failed: (error) => {
      if (!lasts) log.warn({ error }, message);
      lasts = true;
    },
    worked: () => {
      lasts = false;
    },
    lasts: () => lasts,
  };
};
