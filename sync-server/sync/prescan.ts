/**
 * Reads a Yjs update (V1 encoding) by its bytes alone, before anything is applied, and refuses what no honest client
 * sends. What depends on the ticket – who owns a client id, what is missing – is answered from the scan by claims.ts;
 * what depends on integrated parents by structure.ts.
 *
 * The format: github.com/yjs/yjs, src/utils/encoding.js (readClientsStructRefs) and src/structs.
 */
import * as decoding from "lib0/decoding";
import { mapRoots, rootNames } from "../../shared/document/layout.ts";
import { fail, ok, type Result } from "../../shared/result.ts";
import { limits } from "../limits.ts";
import { Malformed, type ScanRefusal } from "./malformed.ts";
import { checkKey, checkText, readCount, scanJson, scanValue } from "./scan-value.ts";

/** The structs of one Yjs client id in an update: clocks `start` to `end` (exclusive). */
export interface Section {
  client: number;
  start: number;
  end: number;
  /** End of the last gap inside the section, or 0. */
  gapEnd: number;
}

export interface Scan {
  sections: Section[];
  /** Client id → one past the highest clock this update refers to (origins, parents, deletions). */
  needs: Map<number, number>;
  /** Root names that appear in the bytes. Items that hang on an earlier item do not name theirs. */
  roots: Set<string>;
  /** A value takes the place of an earlier one, which names its root: this may be any map. */
  hasOverwrites: boolean;
  /** It says nothing: no structs, no deletions. */
  isEmpty: boolean;
}

export interface ScanFailure {
  code: ScanRefusal;
  message: string;
}

/** Structs are addressed by clock; no honest document comes near this. */
const clockMax = 2 ** 31;

const knownRoots: ReadonlySet<string> = new Set(rootNames);
const mapRootSet: ReadonlySet<string> = new Set(mapRoots);

/** `bytes` is one V1 update as it came from a client. Never throws. */
export const prescan = (bytes: Uint8Array): Result<Scan, ScanFailure> => {
  if (bytes.length > limits.updateBytes) return fail({ code: "too_large", message: "update too large" });
  try {
    const decoder = decoding.createDecoder(bytes);
    const scan: Scan = {
      sections: [],
      needs: new Map(),
      roots: new Set(),
      hasOverwrites: false,
      isEmpty: false,
    };
    scanSections(decoder, scan);
    scanDeletions(decoder, scan);
    scan.isEmpty = scan.sections.length === 0 && scan.needs.size === 0;
    if (decoding.hasContent(decoder)) throw new Malformed("malformed", "trailing bytes");
    return ok(scan);
  } catch (error) {
    if (error instanceof Malformed) return fail({ code: error.code, message: error.message });
    // lib0 throws plain errors at the end of the bytes and for integers past 2^53-1.
    return fail({ code: "malformed", message: "undecodable update" });
  }
};

const scanSections = (decoder: decoding.Decoder, scan: Scan): void => {
  const sectionCount = readCount(decoder);
  if (sectionCount > limits.clientsPerUpdate) throw new Malformed("too_large", "too many client ids");
  let lastClient = Number.POSITIVE_INFINITY;
  let structsLeft: number = limits.structsPerUpdate;
  for (let i = 0; i < sectionCount; i++) {
    const structCount = readCount(decoder);
    structsLeft -= structCount;
    if (structsLeft < 0) throw new Malformed("too_large", "too many structs");
    const client = decoding.readVarUint(decoder);
    const start = decoding.readVarUint(decoder);
    // All of Yjs writes them so. Where they are not, merging updates loses structs without a word.
    if (client >= lastClient) throw new Malformed("malformed", "client ids not in descending order");
    lastClient = client;
    const section: Section = { client, start, end: start, gapEnd: 0 };
    for (let k = 0; k < structCount; k++) scanStruct(decoder, section, scan);
    scan.sections.push(section);
  }
};

const itemKinds = { gc: 0, deleted: 1, string: 4, format: 6, type: 7, any: 8, skip: 10 } as const;
const hasOrigin = 0x80;
const hasRightOrigin = 0x40;
const hasParentSub = 0x20;

const scanStruct = (decoder: decoding.Decoder, section: Section, scan: Scan): void => {
  const info = decoding.readUint8(decoder);
  const kind = info & 0x1f;
  if (kind === itemKinds.gc || kind === itemKinds.skip) {
    advance(section, decoding.readVarUint(decoder));
    if (kind === itemKinds.skip) section.gapEnd = section.end;
    return;
  }
  if (info & hasOrigin) need(decoder, scan);
  if (info & hasRightOrigin) need(decoder, scan);
  let root: string | null = null;
  let key: string | null = null;
  if ((info & (hasOrigin | hasRightOrigin)) === 0) {
    if (decoding.readVarUint(decoder) === 1) root = scanRoot(decoder, scan);
    else need(decoder, scan);
    if (info & hasParentSub) {
      key = decoding.readVarString(decoder);
      checkKey(key);
    }
  }
  if (root !== null) checkPlace(root, key, kind);
  if (root === null && kind === itemKinds.any) scan.hasOverwrites = true;
  advance(section, scanContent(decoder, kind));
};

const scanRoot = (decoder: decoding.Decoder, scan: Scan): string => {
  const root = decoding.readVarString(decoder);
  if (!knownRoots.has(root)) throw new Malformed("unknown_root", "unknown root");
  scan.roots.add(root);
  return root;
};

/** Map roots hold JSON under a key; the description holds children without one. */
const checkPlace = (root: string, key: string | null, kind: number): void => {
  if (!mapRootSet.has(root)) {
    if (key !== null) throw new Malformed("malformed", "key on the description");
    return;
  }
  if (key === null) throw new Malformed("malformed", "list item in a map");
  if (kind !== itemKinds.any && kind !== itemKinds.deleted) throw new Malformed("malformed", "nested type in a map");
};

/** Returns the content's length in clocks. */
const scanContent = (decoder: decoding.Decoder, kind: number): number => {
  switch (kind) {
    case itemKinds.deleted:
      return decoding.readVarUint(decoder);
    case itemKinds.string: {
      const text = decoding.readVarString(decoder);
      checkText(text);
      return text.length;
    }
    case itemKinds.format:
      checkKey(decoding.readVarString(decoder));
      scanJson(decoding.readVarString(decoder));
      return 1;
    case itemKinds.type: {
      const type = decoding.readVarUint(decoder);
      if (type === 3) checkKey(decoding.readVarString(decoder));
      else if (type !== 6) throw new Malformed("malformed", "type that a ticket does not hold");
      return 1;
    }
    case itemKinds.any: {
      const count = readCount(decoder);
      for (let i = 0; i < count; i++) scanValue(decoder);
      return count;
    }
    default:
      // Binary, sub-documents, embeds and the legacy JSON content: nothing of ours writes them.
      throw new Malformed("malformed", "content that a ticket does not hold");
  }
};

const scanDeletions = (decoder: decoding.Decoder, scan: Scan): void => {
  const clientCount = readCount(decoder);
  for (let i = 0; i < clientCount; i++) {
    const client = decoding.readVarUint(decoder);
    const rangeCount = readCount(decoder);
    for (let k = 0; k < rangeCount; k++) {
      const clock = decoding.readVarUint(decoder);
      const length = decoding.readVarUint(decoder);
      refer(scan, client, checkedEnd(clock, length));
    }
  }
};

const advance = (section: Section, length: number): void => {
  section.end = checkedEnd(section.end, length);
};

const checkedEnd = (clock: number, length: number): number => {
  if (length === 0) throw new Malformed("malformed", "empty struct");
  const end = clock + length;
  if (end > clockMax) throw new Malformed("malformed", "clock out of range");
  return end;
};

const need = (decoder: decoding.Decoder, scan: Scan): void => {
  const client = decoding.readVarUint(decoder);
  refer(scan, client, checkedEnd(decoding.readVarUint(decoder), 1));
};

const refer = (scan: Scan, client: number, end: number): void => {
  const known = scan.needs.get(client);
  if (known === undefined || known < end) scan.needs.set(client, end);
};
