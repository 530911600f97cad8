import { expect, it } from "vitest";
import { sampleTicket } from "../../shared/sample-tickets.ts";
import { fingerprint } from "../../shared/ticket/fingerprint.ts";
import { createMemoryDeviceStore, createMemoryDisk } from "./core/memory-device-store.ts";
import { createSeenBriefs } from "./seen-briefs.ts";

const world = () => {
  let now = 1_000;
  const seen = createSeenBriefs(createMemoryDeviceStore(createMemoryDisk()), () => now++);
  return { seen, ticket: sampleTicket("requested", { brief: "End on the pour." }) };
};

it("knows the last look, and an earlier brief by what an approval of it carries", async () => {
  const { seen, ticket } = world();
  const changed = { ...ticket, brief: "End on the pour. Leave the top free." };
  expect(await seen.last(ticket.id)).toBeNull();
  await seen.keep(ticket, ["c1"]);
  await seen.keep(changed, ["c1", "c2"]);
  expect(await seen.last(ticket.id)).toMatchObject({ text: changed.brief, entries: ["c1", "c2"] });
  expect(await seen.find(ticket.id, fingerprint(ticket.fields, ticket.brief))).toMatchObject({ text: ticket.brief });
});

it("goes on knowing which comments were seen where only the brief was looked at", async () => {
  const { seen, ticket } = world();
  await seen.keep(ticket, ["c1"]);
  await seen.keep({ ...ticket, brief: "Other words." }, null);
  expect(await seen.last(ticket.id)).toMatchObject({ text: "Other words.", entries: ["c1"] });
});
