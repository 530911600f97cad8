import type { products } from "../../../shared/sample-world.ts";
import type { Criteria, FileFormat } from "../../../shared/ticket/ticket.ts";

/** What a request of the demo workspace is about, and what people say about it. */
export interface Brief {
  title: string;
  /** Who asks; marketing unless said. */
  from?: "sales" | "creative";
  /** '# ' begins a heading, '- ' an item of a list; everything else is a paragraph. */
  text: readonly string[];
  talk: readonly Line[];
  fileFormat?: FileFormat;
  criteria?: Criteria;
  product?: keyof typeof products;
  items?: readonly (readonly [product: keyof typeof products, quantity: number])[];
  quantity?: number;
  /** Shoots: how long they take. */
  hours?: number;
}

/** `reply` answers the line before it. */
export type Line = readonly [voice: Voice, text: string, reply?: "reply"];
export type Voice = "requester" | "assignee" | "collaborator" | "head";
