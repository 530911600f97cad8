import { createSignal } from "solid-js";

/** Whether the browser has promised not to clear what is kept here; null where it does not say. */
export const createPersistence = () => {
  const [isSafe, setSafe] = createSignal<boolean | null>(null);
  const look = async () => setSafe((await navigator.storage?.persisted?.()) ?? null);
  void look().catch(() => {});
  return {
    isSafe,
    /** Asks the browser, which may ask the person. */
    ask: async (): Promise<boolean> => {
      const isGranted = (await navigator.storage?.persist?.().catch(() => false)) ?? false;
      if (isGranted) setSafe(true);
      return isGranted;
    },
  };
};
