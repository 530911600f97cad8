/** What a person has to know about this device's storage. */
import { type Accessor, createSignal } from "solid-js";

export interface StorageHealth {
  /** The browser had removed what was on this device; it is downloaded again. */
  wasEvicted: Accessor<boolean>;
  /** A newer version of the app, in another window, has taken the storage over: this window can write nothing more. */
  isTakenOver: Accessor<boolean>;
  /** Pieces that could not be read, set aside and fetched again where the server has them. */
  setAside: Accessor<number>;
  dismissEvicted(): void;
}

export interface StorageWatch extends StorageHealth {
  /** Somebody who was here before finds nothing. */
  foundEmpty(): void;
  takenOver(): void;
  countSetAside(count: number): void;
}

export const createStorageWatch = (): StorageWatch => {
  const [wasEvicted, setEvicted] = createSignal(false);
  const [isTakenOver, setTakenOver] = createSignal(false);
  const [setAside, countSetAside] = createSignal(0);
  return {
    wasEvicted,
    isTakenOver,
    setAside,
    dismissEvicted: () => setEvicted(false),
    foundEmpty: () => setEvicted(true),
    takenOver: () => setTakenOver(true),
    countSetAside,
  };
};
