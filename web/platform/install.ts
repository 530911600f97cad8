/** Whether and how this app can be put on the device's own screen. */
import { createRoot, createSignal } from "solid-js";

interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

const { prompt, setPrompt } = createRoot(() => {
  const [prompt, setPrompt] = createSignal<InstallPrompt | null>(null);
  return { prompt, setPrompt };
});

/** Heard as early as the app starts: the browser says it once. */
export const listenForInstall = (): void => {
  addEventListener("beforeinstallprompt", (event) => {
    // The browser's own banner would come at its moment, not at a fitting one.
    event.preventDefault();
    setPrompt(event as InstallPrompt);
  });
  addEventListener("appinstalled", () => setPrompt(null));
};

const isStandalone = (): boolean =>
  matchMedia("(display-mode: standalone)").matches || (navigator as { standalone?: boolean }).standalone === true;

/** iPads say they are Macs, with fingers. */
const isIos = (): boolean =>
  /iPhone|iPad|iPod/.test(navigator.userAgent) || (/Mac/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);

/** `prompt`: the browser asks when told to. `words`: the person has to do it, and is told how. Null: not possible, or done. */
export const installWay = (): "prompt" | "words" | null => {
  if (isStandalone()) return null;
  if (prompt() !== null) return "prompt";
  return isIos() ? "words" : null;
};

/** Asks; the browser's question can be asked once only. */
export const askToInstall = async (): Promise<void> => {
  const asking = prompt();
  setPrompt(null);
  await asking?.prompt();
};
