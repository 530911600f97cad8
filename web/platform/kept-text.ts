import { createEffect, createSignal, on } from "solid-js";

/** Text being written that survives a reload and coming back; `key` says where it belongs. Empty text leaves no trace. */
export const createKeptText = (key: () => string) => {
  const name = () => `slate-text:${key()}`;
  const [text, setText] = createSignal(sessionStorage.getItem(name()) ?? "");
  createEffect(on(name, (now) => setText(sessionStorage.getItem(now) ?? ""), { defer: true }));
  const keep = (next: string) => {
    setText(next);
    if (next === "") sessionStorage.removeItem(name());
    else sessionStorage.setItem(name(), next);
  };
  return [text, keep] as const;
};

/** Nothing a person wrote stays behind when they leave the device. */
export const forgetKeptTexts = (): void => sessionStorage.clear();
