import { expect, it } from "vitest";
import * as Y from "yjs";
import { readActions } from "../../shared/document/read.ts";
import type { ActionId } from "../../shared/ids.ts";
import { sampleNowMs, sampleTicket } from "../../shared/sample-tickets.ts";
import { people } from "../../shared/sample-world.ts";
import { isoTime } from "../../shared/time.ts";
import type { KeptDecision } from "./device.ts";
import { takeDecision } from "./take-decision.ts";

const ticket = sampleTicket("requested");
const decision: KeptDecision = {
  id: "d1" as ActionId,
  ticket: ticket.id,
  action: { type: "approve", actor: people["marketing-head"].id, at: isoTime(sampleNowMs), step: "department" },
};

/** A ticket in the engine whose phase can be set; `isListed`: the device has a row of it. */
const world = (first: "loading" | "ready" | "absent", isListed: boolean) => {
  let phase = first;
  let listeners: (() => void)[] = [];
  const doc = new Y.Doc();
  const seen = { refused: [] as string[], released: 0 };
  const document = {
    phase: () => phase,
    doc: () => doc,
    drained: async () => {},
    listen: (listener: () => void) => {
      listeners.push(listener);
      return () => {
        listeners = listeners.filter((other) => other !== listener);
      };
    },
  };
  const engine = {
    open: () => ({ document, release: async () => void seen.released++ }),
    listRow: () => (isListed ? {} : undefined),
    index: { refused: new Map() },
    discardRefused: async () => {},
    refuseAction: async (_ticket: unknown, id: string, _action: unknown, code: string) =>
      void seen.refused.push(`${id} ${code}`),
  };
  const become = (next: typeof first) => {
    phase = next;
    for (const listener of listeners) listener();
  };
  return { seen, doc, become, taken: takeDecision(engine as never, decision) };
};

it("writes the action into its ticket once that is read", async () => {
  const { taken, become, doc, seen } = world("loading", true);
  become("ready");
  await taken;
  expect(readActions(doc).actions.map(({ id }) => id)).toEqual(["d1"]);
  expect(seen).toEqual({ refused: [], released: 1 });
});

it("waits for a ticket that the device knows of and does not hold", async () => {
  const { taken, become, doc } = world("absent", true);
  become("ready");
  await taken;
  expect(readActions(doc).actions).toHaveLength(1);
});

it("keeps the decision as refused where the ticket has gone: nothing a person did is lost without a word", async () => {
  const { taken, seen } = world("absent", false);
  await taken;
  expect(seen).toEqual({ refused: ["d1 gone"], released: 1 });
});
