import "fake-indexeddb/auto";
import { newId, type UserId } from "../../../shared/ids.ts";
import { testDeviceStoreContract } from "../core/device-store-contract.ts";
import { createDexieStore, openDeviceDatabase } from "./dexie-store.ts";

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));

testDeviceStoreContract("device store in IndexedDB", async () => {
  const person = newId<UserId>(Date.now(), random);
  return { open: async () => createDexieStore(openDeviceDatabase(person)) };
});
