import { type ShortcutKeys, shortcuts } from "./shortcuts.ts";

/** What of a key press decides. */
export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** The second key of `g h` counts this long after the first. */
const sequenceMs = 1200;

const sequenceStarts = new Set(Object.keys(shortcuts).flatMap((keys) => (keys.includes(" ") ? [keys[0]] : [])));

const isShortcut = (keys: string): keys is ShortcutKeys => Object.hasOwn(shortcuts, keys);

/** Follows what is pressed; answers with the shortcut a press completes, or null. */
export const createKeyReader = (): ((press: KeyPress, nowMs: number) => ShortcutKeys | null) => {
  let first: { key: string; atMs: number } | null = null;
  return ({ key, ctrlKey, metaKey, altKey }, nowMs) => {
    if (altKey || key === "Shift") return null;
    const before = first !== null && nowMs - first.atMs <= sequenceMs ? first.key : null;
    first = null;
    if (ctrlKey || metaKey) {
      const chord = `mod+${key.toLowerCase()}`;
      return isShortcut(chord) ? chord : null;
    }
    const sequence = `${before} ${key}`;
    if (before !== null && isShortcut(sequence)) return sequence;
    if (sequenceStarts.has(key)) first = { key, atMs: nowMs };
    return isShortcut(key) ? key : null;
  };
};
