import { expect, it, onTestFinished } from "vitest";
import type { TicketId } from "../../shared/ids.ts";
import { limits } from "../limits.ts";
import { createTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { listenerName, startTailHints } from "./tail-hints.ts";

const ticket = "0197c000-0000-7000-8000-000000000001" as TicketId;

const startNode = async (database: TestDatabase, name: string) => {
  const sql = database.connect();
  const listener = database.connect({ connections: 1, applicationName: listenerName });
  const heard: [TicketId, number][] = [];
  const warnings: string[] = [];
  const log = { warn: (_facts: object, message: string) => void warnings.push(message) };
  const hints = await startTailHints(sql, listener, name, (id, seq) => heard.push([id, seq]), log);
  onTestFinished(hints.stop);
  return { sql, heard, warnings, hints };
};

it("[T43] nodes tell each other where tickets stand, and one that cannot says so once an outage", async () => {
  const database = await createTestDatabase();
  const [here, there] = [await startNode(database, "a"), await startNode(database, "b")];
  let seq = 0;
  const heardThere = async () => {
    here.hints.publish(ticket, ++seq);
    return there.heard.length;
  };
  // Until it has counted, a node takes itself to be alone and tells nobody.
  await expect.poll(heardThere, { timeout: 5 * limits.nodeCountMs }).toBeGreaterThan(0);
  expect(there.heard[0]?.[0]).toBe(ticket);
  expect([here.heard, here.warnings]).toEqual([[], []]);

  await here.sql.end({ timeout: 1 });
  const publishing = setInterval(() => here.hints.publish(ticket, ++seq), 20);
  onTestFinished(() => clearInterval(publishing));
  await expect.poll(() => here.warnings.length, { timeout: 5 * limits.nodeCountMs }).toBe(2);
  await new Promise((resolve) => setTimeout(resolve, 2 * limits.nodeCountMs));
  expect(here.warnings.sort()).toEqual([
    "other nodes are not told where tickets stand; they ask by themselves",
    "this node cannot see whether it is alone",
  ]);
});
