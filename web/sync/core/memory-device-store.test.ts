import { testDeviceStoreContract } from "./device-store-contract.ts";
import { createMemoryDeviceStore, createMemoryDisk } from "./memory-device-store.ts";

testDeviceStoreContract("device store in memory", async () => {
  const disk = createMemoryDisk();
  return { open: async () => createMemoryDeviceStore(disk) };
});
