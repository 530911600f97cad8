/** The languages there is a catalogue of, each in its own name. */
export const languages = { en: "English", fil: "Filipino" } as const;
export type Language = keyof typeof languages;

const storageKey = "slate:language";

export const isLanguage = (code: string | null): code is Language => code !== null && Object.hasOwn(languages, code);

/** `spoken`: what the browser asks for, as in 'fil-PH' or 'tl', best first; null where none has a catalogue. */
export const languageOf = (spoken: readonly string[]): Language | null => {
  for (const tag of spoken) {
    const [code = ""] = tag.toLowerCase().split("-");
    // Browsers of some makers still say Tagalog.
    if (code === "tl") return "fil";
    if (isLanguage(code)) return code;
  }
  return null;
};

const chosen = (): Language => {
  // Outside a browser, in tests and programs, there is nobody to ask.
  if (typeof localStorage === "undefined") return "en";
  const stored = localStorage.getItem(storageKey);
  return isLanguage(stored) ? stored : (languageOf(navigator.languages) ?? "en");
};

/** Of this page as long as it is open: chosen on this device, else what the browser speaks, else English. */
export const language: Language = chosen();

/** Opens the page again, for words that are drawn stay as they are. */
export const setLanguage = (next: Language): void => {
  if (next === language) return;
  localStorage.setItem(storageKey, next);
  location.reload();
};
