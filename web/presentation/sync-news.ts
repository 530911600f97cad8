import type { SyncStatus } from "../sync/device.ts";

/** Worth reading aloud? Another state than the one last told, or something more that needs the person; never 'Saving…'. */
export const isSyncNews = (status: SyncStatus, told: SyncStatus): boolean => {
  if (status.kind === "saving" || status.kind === "opening") return false;
  if (status.kind !== told.kind) return true;
  return status.kind === "attention" && told.kind === "attention" && status.count > told.count;
};
