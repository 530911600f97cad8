/**
 * One virtual clock and one queue of what happens when. Between two events every promise runs dry, so that the order of
 * everything depends on the seed alone.
 */
export interface Schedule {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls `happen` after `ms`; the answer cancels it. */
  after(ms: number, happen: () => void): () => void;
  /** Lets everything happen up to `ms` from now. */
  pass(ms: number): Promise<void>;
  /** Lets things happen until `isDone`, at most `ms` long; true when it is. */
  until(isDone: () => boolean, ms: number): Promise<boolean>;
  /** Events so far. */
  count(): number;
}

interface Event {
  at: number;
  order: number;
  happen: () => void;
  isCancelled: boolean;
}

const promisesRunDry = () => new Promise<void>((resolve) => setImmediate(resolve));

export const createSchedule = (startMs: number): Schedule => {
  const heap: Event[] = [];
  let now = startMs;
  let lastOrder = 0;
  let happened = 0;

  const runNext = async (): Promise<void> => {
    const event = popEarliest(heap);
    if (event === undefined || event.isCancelled) return;
    now = event.at;
    happened++;
    event.happen();
    await promisesRunDry();
  };
  const isDue = (end: number) => heap[0] !== undefined && heap[0].at <= end;

  const schedule: Schedule = {
    now: () => now,
    after: (ms, happen) => {
      const event = { at: now + Math.max(0, ms), order: ++lastOrder, happen, isCancelled: false };
      push(heap, event);
      return () => {
        event.isCancelled = true;
      };
    },
    pass: async (ms) => {
      const end = now + ms;
      while (isDue(end)) await runNext();
      now = end;
    },
    until: async (isDone, ms) => {
      const end = now + ms;
      while (!isDone()) {
        if (!isDue(end)) return false;
        await runNext();
      }
      return true;
    },
    count: () => happened,
  };
  return schedule;
};

const isBefore = (a: Event, b: Event): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/** A binary heap: the earliest event is the first. */
const push = (heap: Event[], event: Event): void => {
  let index = heap.length;
  heap.push(event);
  while (index > 0) {
    const parentIndex = (index - 1) >> 1;
    const parent = heap[parentIndex];
    if (parent === undefined || !isBefore(event, parent)) break;
    heap[index] = parent;
    index = parentIndex;
  }
  heap[index] = event;
};

const popEarliest = (heap: Event[]): Event | undefined => {
  const first = heap[0];
  const last = heap.pop();
  if (first === undefined || last === undefined || heap.length === 0) return first;
  let index = 0;
  for (;;) {
    let childIndex = 2 * index + 1;
    let child = heap[childIndex];
    const other = heap[childIndex + 1];
    if (other !== undefined && child !== undefined && isBefore(other, child)) {
      child = other;
      childIndex++;
    }
    if (child === undefined || !isBefore(child, last)) break;
    heap[index] = child;
    index = childIndex;
  }
  heap[index] = last;
  return first;
};
