import { createSignal } from "solid-js";
import { rowsToDirectory } from "../../shared/protocol/feed.ts";
import type { Device } from "./device.ts";
import type { FirstRows } from "./first-rows.ts";

export interface StartingDevice {
  device: Device;
  /** The engine has started: from now on everything is asked of it. */
  begin(started: Device): void;
}

/** A device that can be looked at while its engine is still loading: the first rows, and nothing that could be done. */
export const createStartingDevice = (first: FirstRows): StartingDevice => {
  const [started, begin] = createSignal<Device | null>(null);
  const directory = rowsToDirectory(first.directory);
  const whole = (): Device => {
    const device = started();
    if (device === null) throw new Error("the device is still starting");
    return device;
  };
  const device: Device = {
    isWhole: () => started() !== null,
    me: () => started()?.me() ?? first.me,
    directory: () => started()?.directory() ?? directory,
    tickets: () => started()?.tickets() ?? first.rows,
    find: (query) => started()?.find(query) ?? null,
    progress: () => started()?.progress() ?? null,
    status: () => started()?.status() ?? { kind: "opening" },
    lastContact: () => started()?.lastContact() ?? null,
    waiting: () => started()?.waiting() ?? [],
    refused: () => started()?.refused() ?? [],
    isStoring: () => started()?.isStoring() ?? true,
    kept: () => started()?.kept() ?? { tickets: 0, spare: 0 },
    sessionEnded: () => started()?.sessionEnded() ?? false,
    get storage() {
      return started()?.storage ?? calmStorage;
    },
    get unsent() {
      return whole().unsent;
    },
    get seen() {
      return whole().seen;
    },
    get undoable() {
      return whole().undoable;
    },
    open: (id) => whole().open(id),
    createDraft: () => whole().createDraft(),
    discardRefused: (id) => whole().discardRefused(id),
    freeSpace: () => whole().freeSpace(),
    decide: (decisions) => whole().decide(decisions),
    written: () => whole().written(),
    syncNow: () => whole().syncNow(),
    signOut: () => whole().signOut(),
  };
  return { device, begin: (device) => void begin(() => device) };
};

const calmStorage: Device["storage"] = {
  wasEvicted: () => false,
  isTakenOver: () => false,
  setAside: () => 0,
  dismissEvicted: () => {},
};
