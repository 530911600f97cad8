import { createRoot } from "solid-js";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { createUnsentWords } from "./unsent-words.ts";

describe("words that are not sent yet", () => {
  it("are there again in the next opening of the app", () => {
    const doc = new Y.Doc();
    createRoot(() => createUnsentWords(doc).write("t1", "Half a sent"));
    const next = new Y.Doc();
    const words = createRoot(() => createUnsentWords(next));
    expect(words.read("t1")).toBe("");
    Y.applyUpdate(next, Y.encodeStateAsUpdate(doc));
    expect(words.read("t1")).toBe("Half a sent");
  });

  it("of two tabs stand side by side", () => {
    const [a, b] = [new Y.Doc(), new Y.Doc()];
    createRoot(() => createUnsentWords(a).write("t1", "Here"));
    createRoot(() => createUnsentWords(b).write("t2", "There"));
    Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
    const words = createRoot(() => createUnsentWords(a));
    expect([words.read("t1"), words.read("t2")]).toEqual(["Here", "There"]);
  });

  it("leave no trace once they are sent", () => {
    const doc = new Y.Doc();
    const words = createRoot(() => createUnsentWords(doc));
    words.write("t1", "Sent");
    words.write("t1", "");
    expect(doc.getMap("words").toJSON()).toEqual({});
  });
});
