import type { TicketStore } from "../../sync/ticket-store.ts";

export interface StoreControl {
  /** Commits wait until the answer is called. */
  holdCommits(): () => void;
  /** Every commit throws until the answer is called; `written`: what it was asked to write is there all the same. */
  breakCommits(written: boolean): () => void;
  /** How often the store was asked to commit, and to load. */
  commits: number;
  loads: number;
}

/** A store that waits and fails when told to. */
export const controlStore = (store: TicketStore): { store: TicketStore; control: StoreControl } => {
  let held: Promise<void> | null = null;
  let broken: { written: boolean } | null = null;
  const control: StoreControl = {
    commits: 0,
    loads: 0,
    holdCommits: () => {
      let release = () => {};
      held = new Promise((resolve) => {
        release = resolve;
      });
      return () => {
        held = null;
        release();
      };
    },
    breakCommits: (written) => {
      broken = { written };
      return () => {
        broken = null;
      };
    },
  };
  return {
    control,
    store: {
      ...store,
      load: (ids) => {
        control.loads++;
        return store.load(ids);
      },
      commit: async (commits) => {
        control.commits++;
        await held;
        if (broken === null) return store.commit(commits);
        if (broken.written) await store.commit(commits);
        throw new Error("connection lost");
      },
    },
  };
};
