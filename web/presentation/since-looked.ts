/** What is new to somebody on a ticket since they looked at it last. */
import type { CommentId, UserId } from "../../shared/ids.ts";
import type { Comment, Ticket } from "../../shared/ticket/ticket.ts";
import type { SeenBrief, StreamAction } from "../sync/device.ts";
import { type BriefDifference, briefDifference, briefOf, changesIn } from "./brief-difference.ts";
import type { WordsReader } from "./field-words.ts";

export interface NewEntries {
  /** Ids of comments and actions of others that were not there. */
  ids: ReadonlySet<string>;
  comments: number;
  actions: number;
}

export const nothingNew: NewEntries = { ids: new Set(), comments: 0, actions: 0 };

/** Comments and actions as they stand in the stream; what waits or was refused is no news. */
export const entriesOf = (comments: ReadonlyMap<CommentId, Comment>, actions: readonly StreamAction[]): string[] => [
  ...comments.keys(),
  ...actions.filter(({ ruling }) => ruling?.accepted === true).map(({ id }) => id),
];

export const newEntries = (
  seen: SeenBrief | null,
  comments: ReadonlyMap<CommentId, Comment>,
  actions: readonly StreamAction[],
  me: UserId,
): NewEntries => {
  if (seen === null || seen.entries === null) return nothingNew;
  const known = new Set(seen.entries);
  const newComments = [...comments]
    .filter(([id, { author, deletedAt }]) => !known.has(id) && author !== me && deletedAt === undefined)
    .map(([id]) => id);
  const newActions = actions
    .filter(({ id, action, ruling }) => !known.has(id) && action.actor !== me && ruling?.accepted === true)
    .map(({ id }) => id);
  return {
    ids: new Set<string>([...newComments, ...newActions]),
    comments: newComments.length,
    actions: newActions.length,
  };
};

/** Null where they never looked; else the difference, which may be none. */
export const briefSinceLooked = (
  seen: SeenBrief | null,
  ticket: Pick<Ticket, "fields" | "brief">,
  reader: WordsReader,
): BriefDifference | null => (seen === null ? null : briefDifference(seen, briefOf(ticket), reader));

export const newsIn = (difference: BriefDifference, entries: NewEntries): number =>
  changesIn(difference) + entries.comments + entries.actions;
