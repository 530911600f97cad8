/** Which Yjs client put each letter of a description, and each field, where it stands; whose that is the server knows. */
import * as Y from "yjs";
import { roots } from "../../shared/document/layout.ts";
import type { FieldKey } from "../../shared/ticket/ticket.ts";

export interface WrittenLine {
  /** With single blanks, as differences are shown. */
  text: string;
  /** A client for each UTF-16 unit of it. */
  clients: readonly number[];
}

export interface WrittenBy {
  /** One a paragraph, those without words left out. */
  lines: readonly WrittenLine[];
  fieldClient(key: FieldKey): number | null;
}

export const writtenBy = (doc: Y.Doc): WrittenBy => {
  const fields = doc.getMap(roots.fields);
  return {
    lines: linesIn(doc.getXmlFragment(roots.description)),
    fieldClient: (key) => fields._map.get(key)?.id.client ?? null,
  };
};

const linesIn = (fragment: Y.XmlFragment): WrittenLine[] => {
  const lines: WrittenLine[] = [];
  const line = { text: "", clients: [] as number[] };
  const endLine = () => {
    const trimmed = collapse(line);
    if (trimmed.text !== "") lines.push(trimmed);
    [line.text, line.clients] = ["", []];
  };
  const read = (part: unknown) => {
    if (part instanceof Y.XmlText) {
      for (const { client, letters } of runsIn(part)) {
        line.text += letters;
        for (let i = 0; i < letters.length; i++) line.clients.push(client);
      }
    } else if (part instanceof Y.XmlElement) {
      for (const child of part.toArray()) read(child);
      endLine();
    }
  };
  for (const block of fragment.toArray()) read(block);
  endLine();
  return lines;
};

function* runsIn(text: Y.XmlText) {
  for (let item = text._start; item !== null; item = item.right) {
    if (!item.deleted && item.content instanceof Y.ContentString) {
      yield { client: item.id.client, letters: item.content.str };
    }
  }
}

/** One blank for each run of white space, none at the ends. */
const collapse = ({ text, clients }: WrittenLine): WrittenLine => {
  const single = text
    .split("")
    .map((letter, i) => ({ letter: /\s/.test(letter) ? " " : letter, client: clients[i] ?? 0 }))
    .filter(({ letter }, i, all) => letter !== " " || (i > 0 && all[i - 1]?.letter !== " "));
  if (single.at(-1)?.letter === " ") single.pop();
  return { text: single.map(({ letter }) => letter).join(""), clients: single.map(({ client }) => client) };
};
