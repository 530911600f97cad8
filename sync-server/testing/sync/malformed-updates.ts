/** Updates that no Yjs client sends, made from ones that clients do send, and out of nothing. Seeded. */
import * as encoding from "lib0/encoding";
import { rootNames } from "../../../shared/document/layout.ts";
import * as raw from "./raw-update.ts";
import type { SeededRandom } from "./seeded-random.ts";

/** What there is in the ticket that the updates are aimed at: client id → one past its highest clock. */
export type KnownClocks = ReadonlyMap<number, number>;

export const createMalformedUpdates = (random: SeededRandom, honest: readonly Uint8Array[], known: KnownClocks) => {
  const { int, pick } = random;
  const clients = [...known.keys()];

  const mutations: ((update: Uint8Array) => Uint8Array)[] = [
    (update) => {
      const flipped = update.slice();
      for (let i = int(8); i >= 0; i--)
        flipped[int(flipped.length)] = (flipped[int(flipped.length)] ?? 0) ^ (1 << int(8));
      return flipped;
    },
    (update) => {
      const flipped = update.slice();
      const at = int(flipped.length);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << int(8));
      return flipped;
    },
    (update) => update.slice(0, int(update.length)),
    (update) => update.slice(int(update.length)),
    (update) => concat(update.slice(0, int(update.length)), random.bytes(int(12)), update.slice(int(update.length))),
    (update) => {
      const other = pick(honest);
      return concat(update.slice(0, int(update.length)), other.slice(int(other.length)));
    },
    (update) => {
      const at = int(update.length);
      return concat(update.slice(0, at), hugeNumber(), update.slice(at + 1));
    },
    (update) => {
      const from = int(update.length);
      const piece = update.slice(from, from + 1 + int(20));
      return concat(update.slice(0, from), piece, piece, update.slice(from));
    },
  ];

  const hugeNumber = (): Uint8Array => {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, pick([127, 128, 65_536, 2 ** 31 - 1, 2 ** 31, 2 ** 32, 2 ** 53 - 1]));
    return encoding.toUint8Array(encoder);
  };

  /** Well-formed bytes in every field, nonsense as a whole. */
  const fabricate = (): Uint8Array => {
    const sections = Array.from({ length: int(4) }, (): raw.RawSection => {
      const client = someClient();
      const start = pick([known.get(client) ?? 0, known.get(client) ?? 0, 0, int(40)]);
      return { client, start, structs: Array.from({ length: int(6) }, () => someStruct(client, start)) };
    });
    const deletions: Record<number, [number, number][]> = {};
    for (let i = int(3); i > 0; i--)
      deletions[someClient()] = Array.from({ length: 1 + int(3) }, () => [int(60), 1 + int(10)]);
    return raw.rawUpdate(sections, deletions);
  };

  const someClient = (): number => (int(3) === 0 ? pick(clients) : pick([70, 71, 2, 1, 0, 4_294_967_295]));

  const someId = (client: number, start: number): raw.RawId => {
    if (int(3) === 0) return [client, start + int(4)];
    const known = pick(clients);
    return [known, int(clockOf(known))];
  };
  const clockOf = (client: number) => Math.max(1, known.get(client) ?? 1);

  const somePlace = (client: number, start: number): raw.RawPlace => {
    const id = () => someId(client, start);
    switch (int(6)) {
      case 0:
        return { root: pick(rootNames), key: pick(["title", "status", "a1", "c1", "level"]) };
      case 1:
        return { root: pick(["description", "fields", "state"]) };
      case 2:
        return { parent: id(), ...(int(2) === 0 ? { key: pick(["level", "title", "order"]) } : {}) };
      case 3:
        return { left: id() };
      case 4:
        return { right: id() };
      default:
        return { left: id(), right: id() };
    }
  };

  const someValue = (): unknown =>
    pick<unknown>([1, "x", null, true, "approved", { a: [1, { b: "c" }] }, [], { author: "x", body: "y" }, 1.5, -7]);

  const someStruct = (client: number, start: number): raw.RawStruct => {
    const place = somePlace(client, start);
    switch (int(8)) {
      case 0:
        return raw.gc(1 + int(5));
      case 1:
        return raw.skip(1 + int(5));
      case 2:
        return raw.deleted(place, 1 + int(5));
      case 3:
        return raw.text(place, pick(["a", "two words", "\u{1f600}"]));
      case 4:
        return raw.format(
          place,
          pick(["strong", "em", "link", "blink"]),
          pick(["{}", "true", "null", '{"href":"javascript:x"}']),
        );
      case 5:
        return raw.type(place, pick([3, 3, 6]), pick(["paragraph", "heading", "script", "list_item"]));
      default:
        return raw.any(place, ...Array.from({ length: 1 + int(2) }, someValue));
    }
  };

  return (): Uint8Array => {
    const kind = int(10);
    if (kind === 0) return random.bytes(int(200));
    if (kind <= 4) return fabricate();
    let update = pick(mutations)(kind === 5 ? fabricate() : pick(honest));
    while (int(3) === 0) update = pick(mutations)(update);
    return update;
  };
};

const concat = (...parts: Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};
