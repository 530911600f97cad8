/** When it is fitting to say that the app can be installed: once it has proved useful, never in the way. Pure. */

export interface InstallMemory {
  visits: number;
  lastVisitMs: number;
  /** Something of the person's own was kept here without a network. */
  keptOffline: boolean;
  isDismissed: boolean;
}

export const noMemory: InstallMemory = { visits: 0, lastVisitMs: 0, keptOffline: false, isDismissed: false };

/** Opened again after this long counts as a visit of its own. */
export const visitGapMs = 60 * 60_000;

/** The third visit says that somebody means to come back. */
export const fittingVisit = 3;

export const withVisit = (memory: InstallMemory, nowMs: number): InstallMemory =>
  memory.visits > 0 && nowMs - memory.lastVisitMs < visitGapMs
    ? memory
    : { ...memory, visits: memory.visits + 1, lastVisitMs: nowMs };

export const isFitting = ({ visits, keptOffline, isDismissed }: InstallMemory): boolean =>
  !isDismissed && (keptOffline || visits >= fittingVisit);

/** What was stored, as far as it can be read. */
export const parseMemory = (text: string | null): InstallMemory => {
  try {
    const parsed: unknown = JSON.parse(text ?? "{}");
    return typeof parsed === "object" && parsed !== null ? { ...noMemory, ...parsed } : noMemory;
  } catch {
    return noMemory;
  }
};
