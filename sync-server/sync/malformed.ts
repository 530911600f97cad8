/** Bytes no honest client sends. Thrown while scanning, turned into a refusal at the scan's entry, never seen outside. */
export class Malformed extends Error {
  readonly code: ScanRefusal;
  constructor(code: ScanRefusal, message: string) {
    super(message);
    this.code = code;
  }
}

export type ScanRefusal = "malformed" | "too_large" | "unknown_root" | "unsafe_value";
