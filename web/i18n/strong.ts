/** Marks the emphasised part of a catalogue sentence; `Sentence` (ui) draws it. The marks never occur in text. */
const open = "\u0001";
const close = "\u0002";

export const strong = (text: string): string => `${open}${text}${close}`;

/** The sentence in pieces, in order. */
export const splitStrong = (sentence: string): { text: string; isStrong: boolean }[] =>
  sentence
    .split(open)
    .flatMap((part, index) => {
      if (index === 0) return [{ text: part, isStrong: false }];
      const [inside = "", after = ""] = part.split(close);
      return [
        { text: inside, isStrong: true },
        { text: after, isStrong: false },
      ];
    })
    .filter((piece) => piece.text !== "");

export const withoutStrong = (sentence: string): string => sentence.replaceAll(open, "").replaceAll(close, "");
