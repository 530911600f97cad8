import { briefText } from "../../../shared/document/brief-text.ts";
import { readComments } from "../../../shared/document/read.ts";
import type { TicketId } from "../../../shared/ids.ts";
import { searchWords } from "../../../shared/ticket/search-words.ts";
import { buildDocument } from "../core/known.ts";

/** The updates that make up a ticket on this device, local ones included. */
export interface DocumentBytes {
  id: TicketId;
  updates: readonly Uint8Array[];
}

/** Words of description and comments, with a space between; none where the bytes do not decode. */
export const documentWords = ({ id, updates }: DocumentBytes): string => {
  const doc = buildDocument(id, updates);
  if (doc === null) return "";
  const said = [...readComments(doc).values()].filter(({ deletedAt }) => deletedAt === undefined);
  const words = searchWords([briefText(doc), ...said.map(({ body }) => body)].join("\n"));
  doc.destroy();
  return words.join(" ");
};
