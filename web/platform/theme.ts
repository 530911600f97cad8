import { createRoot, createSignal } from "solid-js";

export const themes = ["system", "light", "dark", "outdoor"] as const;
export type Theme = (typeof themes)[number];

const storageKey = "slate:theme";

const stored = (): Theme => themes.find((theme) => theme === localStorage.getItem(storageKey)) ?? "system";

const show = (theme: Theme) => {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
};

/** The theme of this device, kept in localStorage so that it stands before anything is drawn. */
export const { theme, setTheme } = createRoot(() => {
  const [current, setCurrent] = createSignal(stored());
  show(current());
  const choose = (next: Theme) => {
    localStorage.setItem(storageKey, next);
    setCurrent(next);
    show(next);
  };
  return { theme: current, setTheme: choose };
});
