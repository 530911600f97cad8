/** What can be done here and now, besides what can be done everywhere: the pages say it, the palette shows it. */
import { createRoot, createSignal, onCleanup } from "solid-js";
import { createShortcut } from "../platform/shortcut.ts";
import type { ShortcutKeys } from "../platform/shortcuts.ts";

export interface Command {
  id: string;
  name: string;
  icon: `icon-${string}`;
  keys?: ShortcutKeys | undefined;
  run(): void;
}

const { offers, setOffers } = createRoot(() => {
  const [offers, setOffers] = createSignal<readonly (() => readonly Command[])[]>([]);
  return { offers, setOffers };
});

/** Everything the open page offers, in its order. */
export const offeredCommands = (): readonly Command[] => offers().flatMap((read) => read());

/** Offers commands for as long as the component lives; those with keys answer to them. `keys`: all they may ever have. */
export const createCommands = (read: () => readonly Command[], keys: readonly ShortcutKeys[] = []) => {
  setOffers((before) => [...before, read]);
  onCleanup(() => setOffers((before) => before.filter((other) => other !== read)));
  for (const key of keys)
    createShortcut(key, () =>
      read()
        .find((command) => command.keys === key)
        ?.run(),
    );
};
