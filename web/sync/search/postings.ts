/** Which places hold which words: an inverted index in memory that finds by the beginnings of words. */

/** A place a word can be found in, a small whole number. */
export type Slot = number;

export interface Postings {
  /** From now on `slot` holds exactly these words, each given once. */
  put(slot: Slot, words: readonly string[]): void;
  /** Shows the places of each word that begins so; one with several such words is shown several times. */
  visit(beginning: string, see: (slots: readonly Slot[]) => void): void;
}

interface Term {
  word: string;
  slots: Slot[];
}

/** So many new words are looked through one by one before they are sorted in among the others. */
const loosePile = 256;

const byWord = (one: Term, other: Term): number => (one.word < other.word ? -1 : Number(one.word > other.word));

export const createPostings = (): Postings => {
  const terms = new Map<string, Term>();
  const held: (Term[] | undefined)[] = [];
  let sorted: Term[] = [];
  let loose: Term[] = [];

  const termOf = (word: string): Term => {
    const known = terms.get(word);
    if (known !== undefined) return known;
    const term = { word, slots: [] };
    terms.set(word, term);
    loose.push(term);
    if (loose.length > Math.max(loosePile, sorted.length / 16)) sortIn();
    return term;
  };

  const sortIn = () => {
    sorted = merge(sorted, loose.sort(byWord));
    loose = [];
  };

  return {
    put: (slot, words) => {
      const before = new Set(held[slot]);
      const now = words.map(termOf);
      for (const term of now) if (!before.delete(term)) term.slots.push(slot);
      for (const { slots } of before) takeOut(slots, slot);
      held[slot] = now.length === 0 ? undefined : now;
    },
    visit: (beginning, see) => {
      for (let at = firstFrom(sorted, beginning); sorted[at]?.word.startsWith(beginning) === true; at++) {
        see(sorted[at]?.slots ?? []);
      }
      for (const { word, slots } of loose) if (word.startsWith(beginning)) see(slots);
    },
  };
};

/** Order among slots says nothing, so the last one takes the place. */
const takeOut = (slots: Slot[], slot: Slot): void => {
  const at = slots.indexOf(slot);
  const last = slots.pop();
  if (last !== undefined && at < slots.length) slots[at] = last;
};

const firstFrom = (sorted: readonly Term[], beginning: string): number => {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.word ?? "") < beginning) low = middle + 1;
    else high = middle;
  }
  return low;
};

const merge = (one: readonly Term[], other: readonly Term[]): Term[] => {
  const merged: Term[] = [];
  let at = 0;
  for (const term of one) {
    for (let next = other[at]; next !== undefined && byWord(next, term) < 0; next = other[++at]) merged.push(next);
    merged.push(term);
  }
  return merged.concat(other.slice(at));
};
