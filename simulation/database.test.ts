import { testTicketStoreContract } from "../sync-server/store/ticket-store-contract.ts";
import type { TicketStore } from "../sync-server/sync/ticket-store.ts";
import { createDatabase } from "./database.ts";
import { createWorld, type World } from "./world.ts";

/** Lets the virtual clock run for as long as a call is under way. */
const driven = (world: World, store: TicketStore): TicketStore =>
  Object.fromEntries(
    Object.entries(store).map(([name, call]) => [
      name,
      (...given: never[]) => {
        const answer = (call as (...all: never[]) => Promise<unknown>)(...given);
        void world.schedule.pass(1_000);
        return answer;
      },
    ]),
  ) as unknown as TicketStore;

testTicketStoreContract("ticket store of the simulation", async () => {
  const world = createWorld(1, null);
  const database = createDatabase(world, { committed: () => {}, projected: () => {} });
  database.heal();
  const node = { name: "node", isUp: () => true, crash: () => {} };
  const open = () => driven(world, database.connect(node).tickets);
  return { store: open(), second: open() };
});
