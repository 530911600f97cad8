import { t } from "../i18n/messages.ts";

/** What the sync sheet is about. */
export interface AttentionCounts {
  refused: number;
  waiting: number;
  isSignedOut: boolean;
  isStoring: boolean;
  isOffline: boolean;
}

/** How many things need the person: the same count as the pill's. */
export const attentionIn = ({ refused, isSignedOut, isStoring }: AttentionCounts): number =>
  refused + Number(isSignedOut) + Number(!isStoring);

/** The sheet's title, a sentence: '2 need you, 3 wait'. */
export const sheetTitle = (counts: AttentionCounts): string => {
  const needs = attentionIn(counts);
  const { waiting, isOffline } = counts;
  const { heading } = t.sync;
  if (needs > 0 && waiting > 0) return heading.both(heading.needsYou(needs), heading.waiting(waiting));
  if (needs > 0) return heading.needsYou(needs);
  if (waiting > 0) return heading.waiting(waiting);
  return isOffline ? heading.offline : heading.calm;
};
