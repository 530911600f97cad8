/**
 * A lost device must not stay an open book: out of touch with the server this long, it shows nothing until the server has
 * answered again. Nothing is removed, and what waits is sent all the same.
 */
const leaseMs = 14 * 24 * 60 * 60_000;

/** Both in milliseconds since 1970 by this device's clock; `lastContactMs` 0 for never. */
export const isLeaseOver = (lastContactMs: number, nowMs: number): boolean =>
  lastContactMs > 0 && nowMs - lastContactMs > leaseMs;
