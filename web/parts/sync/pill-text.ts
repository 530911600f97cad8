import { t } from "../../i18n/messages.ts";
import type { SyncStatus } from "../../sync/device.ts";

/** What the pill says; `short` where there is little room. */
export const pillText = (status: SyncStatus, short = false): string => {
  switch (status.kind) {
    case "opening":
      return t.sync.pill.opening;
    case "saved":
      return t.sync.pill.saved;
    case "saving":
      return t.sync.pill.saving;
    case "offline":
      return (short ? t.sync.pill.offlineShort : t.sync.pill.offline)(status.waiting);
    case "attention":
      return t.sync.pill.attention(status.count);
  }
};
