import type * as Y from "yjs";
import type { TicketId } from "../ids.ts";
import type { TicketSummary } from "../ticket/summary.ts";
import { readComments, readTicket } from "./read.ts";

/** The list row of a ticket's document. Deleted comments do not count. */
export const summarize = (id: TicketId, doc: Y.Doc): TicketSummary => {
  const comments = [...readComments(doc)].filter(([, comment]) => comment.deletedAt === undefined);
  const newest = comments.reduce<(typeof comments)[number] | null>(
    (last, entry) => (last === null || isNewer(entry, last) ? entry : last),
    null,
  );
  return {
    ...readTicket(id, doc),
    commentCount: comments.length,
    lastComment: newest === null ? null : { id: newest[0], author: newest[1].author, at: newest[1].createdAt },
  };
};

type Entry = readonly [string, { createdAt: string }];

/** The id settles equal times: every replica must name the same comment. */
const isNewer = ([id, { createdAt }]: Entry, [otherId, other]: Entry): boolean =>
  createdAt === other.createdAt ? id > otherId : createdAt > other.createdAt;
