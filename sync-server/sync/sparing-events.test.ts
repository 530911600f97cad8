import { expect, it } from "vitest";
import * as Y from "yjs";
import { withSparingEvents } from "./sparing-events.ts";

const heard = (doc: Y.Doc): string[] => {
  const names: string[] = [];
  const events = [
    "beforeTransaction",
    "beforeObserverCalls",
    "afterTransaction",
    "update",
    "afterAllTransactions",
  ] as const;
  for (const event of events) doc.on(event, () => names.push(event));
  doc.getMap("fields").observe(() => names.push("observed"));
  doc.getMap("fields").set("title", "Banner");
  return names;
};

it("tells the same events in the same order", () => {
  expect(heard(withSparingEvents(new Y.Doc()))).toEqual(heard(new Y.Doc()));
});

it("tells nobody once it is destroyed", () => {
  const doc = withSparingEvents(new Y.Doc());
  const told: string[] = [];
  doc.on("update", () => told.push("update"));
  doc.destroy();
  doc.getMap("fields").set("title", "Banner");
  expect(told).toEqual([]);
});

it("tells those who were listening when the event began, also those who then left", () => {
  const doc = withSparingEvents(new Y.Doc());
  const told: string[] = [];
  const second = () => told.push("second");
  const third = () => told.push("third");
  doc.on("update", () => {
    told.push("first");
    doc.off("update", second);
    doc.on("update", third);
  });
  doc.on("update", second);
  doc.getMap("fields").set("title", "Banner");
  expect(told).toEqual(["first", "second"]);
});
