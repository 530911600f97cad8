// Filipino marks people by their part in the sentence (si, ni, kay), so `you` and `somebody` change with it too.
export const plural = (count: number, noun: string): string => `${count} ${noun}`;

const words = ["Wala", "Isa", "Dalawa", "Tatlo", "Apat", "Lima", "Anim", "Pito", "Walo", "Siyam"];

export const countWord = (count: number): string => words[count] ?? String(count);

export const list = (names: readonly string[]): string => {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} at ${last}`;
};

export const you: string = "Ikaw";
export const somebody: string = "Isang tao";

type Mark = (text: string) => string;
const unmarked: Mark = (text) => text;

const marker =
  (forms: { one: string; many: string; common: string; you: string }) =>
  (people: readonly string[], mark: Mark = unmarked): string => {
    if (people.length > 1) return `${forms.many} ${list(people.map((name) => mark(name)))}`;
    const [who = ""] = people;
    if (who === you) return mark(forms.you);
    return who === somebody ? `${forms.common} ${mark("isang tao")}` : `${forms.one} ${mark(who)}`;
  };

export const si = marker({ one: "si", many: "sina", common: "ang", you: "ikaw" });
export const ni = marker({ one: "ni", many: "nina", common: "ng", you: "mo" });
export const kay = marker({ one: "kay", many: "kina", common: "sa", you: "sa iyo" });

export const itoNi = (who: string, mark?: Mark): string =>
  who === you ? `${ni([who], mark)} ito` : `ito ${ni([who], mark)}`;

export const afterVerb = (did: string, inserted: string): string => {
  const [verb = "", ...rest] = did.split(" ");
  return [verb, inserted, ...rest].join(" ");
};
