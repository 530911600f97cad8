import { onCleanup } from "solid-js";
import { createKeyReader } from "./read-keys.ts";
import { isChord, type ShortcutKeys, shortcuts } from "./shortcuts.ts";
import { isInForce } from "./single-keys.ts";

/** Who answers, last the first: what is in front of the person. */
const handlers = new Map<ShortcutKeys, (() => void)[]>();
const read = createKeyReader();

/** Held down, these go on and on; a decision is made once. */
const repeats: ReadonlySet<ShortcutKeys> = new Set(["j", "k"]);

/** Calls `run` when the keys are pressed and nobody is typing; gone with the component. */
export const createShortcut = (keys: ShortcutKeys, run: () => void) =>
  register(keys, run, (others) => [...others, run]);

/** The same, where no page has its own answer, whichever came first. */
export const createFallbackShortcut = (keys: ShortcutKeys, run: () => void) =>
  register(keys, run, (others) => [run, ...others]);

const register = (keys: ShortcutKeys, run: () => void, among: (others: readonly (() => void)[]) => (() => void)[]) => {
  if (handlers.size === 0) document.addEventListener("keydown", listen);
  handlers.set(keys, among(handlers.get(keys) ?? []));
  onCleanup(() => {
    const left = (handlers.get(keys) ?? []).filter((other) => other !== run);
    if (left.length > 0) handlers.set(keys, left);
    else handlers.delete(keys);
    if (handlers.size === 0) document.removeEventListener("keydown", listen);
  });
};

const listen = (event: KeyboardEvent) => {
  if (event.defaultPrevented || event.isComposing) return;
  const target = event.target instanceof Element ? event.target : document.body;
  if (isModal() || (isTyping(target) && !event.ctrlKey && !event.metaKey)) return;
  const keys = read(event, event.timeStamp);
  if (keys === null || !isInForce(keys) || (event.repeat && !repeats.has(keys))) return;
  const run = handlers.get(keys)?.at(-1);
  if (run === undefined) return;
  event.preventDefault();
  run();
};

const isTyping = (target: Element): boolean =>
  target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable=true]") !== null;

const isModal = (): boolean => document.querySelector("dialog[open]") !== null;

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** The keys as they are drawn: '⌘ K', 'g h'. */
export const keyNames = (keys: ShortcutKeys): string[] => {
  if (!isChord(keys)) return keys.split(" ");
  const [first = "", ...rest] = keys.slice("mod+".length);
  return [isMac ? "⌘" : "Ctrl", first.toUpperCase() + rest.join("")];
};

/** As `aria-keyshortcuts` wants them; undefined where they do nothing. */
export const ariaKeys = (keys: ShortcutKeys | undefined): string | undefined => {
  if (keys === undefined || !isInForce(keys)) return undefined;
  return isMac ? keys.replace("mod+", "Meta+") : keys.replace("mod+", "Control+");
};

export const actionOf = (keys: ShortcutKeys) => shortcuts[keys].does;
