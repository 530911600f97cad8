/**
 * After a deletion in formatted text Yjs tidies the marks around each deleted piece, walking over the whole gap each
 * time: 14 bytes that delete 80,000 pieces keep a processor busy for a minute, here and on every device. Here the same
 * walk is made beforehand, and an update that walks too far is not applied.
 *
 * The walk: github.com/yjs/yjs, src/types/YText.js, `cleanupContextlessFormattingGap`.
 */
import * as Y from "yjs";

/** For `beforeObserverCalls`; throws where tidying would take more than `most` steps. */
export const boundTidying = (transaction: Y.Transaction, most: number): void => {
  let steps = 0;
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (deleted) => {
    if (!(deleted instanceof Y.Item) || !isFormatted(deleted.parent)) return;
    let item: Y.Item | null = deleted;
    for (; item.right !== null && isGap(item.right) && steps <= most; steps++) item = item.right;
    for (; item !== null && isGap(item) && steps <= most; steps++) item = item.left;
    if (steps > most) throw new Error("the update takes too many steps to tidy up after");
  });
};

const isGap = (item: Y.Item): boolean => item.deleted || !item.countable;

const isFormatted = (parent: Y.Item["parent"]): boolean =>
  parent instanceof Y.Text && (parent as Y.Text & { _hasFormatting: boolean })._hasFormatting;
