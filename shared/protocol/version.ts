/**
 * Versions of the rich protocol (messages 4–9 and bulk sync). The server speaks the last two.
 *
 * 1 — first release.
 */
export const protocolVersion = 1;
export const oldestSupportedVersion = 1;

export const isSupportedVersion = (version: number): boolean =>
  version >= oldestSupportedVersion && version <= protocolVersion;
