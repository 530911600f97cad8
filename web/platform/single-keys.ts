import { createRoot, createSignal } from "solid-js";
import { isChord, type ShortcutKeys } from "./shortcuts.ts";

const storageKey = "slate:single-keys";

/** Do keys without Ctrl or ⌘ act? Whoever speaks to the machine, or strays onto keys, switches them off on this device. */
export const { singleKeys, setSingleKeys } = createRoot(() => {
  const [isOn, setOn] = createSignal(localStorage.getItem(storageKey) !== "off");
  const choose = (on: boolean) => {
    if (on) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, "off");
    setOn(on);
  };
  return { singleKeys: isOn, setSingleKeys: choose };
});

/** Enter belongs to the link that has the focus, not to us. */
export const isInForce = (keys: ShortcutKeys): boolean => isChord(keys) || keys === "Enter" || singleKeys();
