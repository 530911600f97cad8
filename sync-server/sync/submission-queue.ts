import { limits } from "../limits.ts";
import type { Submission } from "./submission.ts";

/** What waits to be judged in one room, in order, bounded in number and bytes. */
export interface SubmissionQueue {
  /** False when it is full. */
  add(submission: Submission): boolean;
  isEmpty(): boolean;
  takeBatch(): Submission[];
  takeAll(): Submission[];
}

export const createSubmissionQueue = (): SubmissionQueue => {
  const queue: Submission[] = [];
  let bytes = 0;
  const take = (count: number): Submission[] => {
    const taken = queue.splice(0, count);
    for (const { update } of taken) bytes -= update.length;
    return taken;
  };
  return {
    add: (submission) => {
      const isFull = queue.length >= limits.roomQueue || bytes + submission.update.length > limits.roomQueueBytes;
      if (isFull) return false;
      queue.push(submission);
      bytes += submission.update.length;
      return true;
    },
    isEmpty: () => queue.length === 0,
    takeBatch: () => take(batchLength(queue)),
    takeAll: () => take(queue.length),
  };
};

/** Not so many bytes that what is written over in one batch would make a ticket look full; one update at least. */
const batchLength = (queue: readonly Submission[]): number => {
  let bytes = 0;
  const end = queue.findIndex(({ update }, i) => {
    bytes += update.length;
    return i > 0 && (i >= limits.roomBatch || bytes > limits.roomBatchBytes);
  });
  return end === -1 ? queue.length : end;
};
