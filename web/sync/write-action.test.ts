import { expect, it } from "vitest";
import * as Y from "yjs";
import { readActions } from "../../shared/document/read.ts";
import type { ActionId } from "../../shared/ids.ts";
import { people } from "../../shared/sample-world.ts";
import type { Action } from "../../shared/workflow/actions.ts";
import { writeAction } from "./write-action.ts";

const ids = ["0190a000-0000-7000-8000-00000000000a", "0190a000-0000-7000-8000-00000000000b"] as ActionId[];
const [one, other] = ids as [ActionId, ActionId];
const start: Action = { type: "start", actor: people["creative-1"].id };

it("[I5] adds an action once, however often it is taken", () => {
  const doc = new Y.Doc();
  writeAction(doc, one, start);
  const written = Y.encodeStateAsUpdate(doc);
  writeAction(doc, one, start);
  expect(Y.encodeStateAsUpdate(doc)).toEqual(written);
});

it("counts each person's actions on their own", () => {
  const doc = new Y.Doc();
  writeAction(doc, one, { ...start, actor: people["creative-2"].id });
  writeAction(doc, other, start);
  expect(readActions(doc).actions.map(({ action }) => action.n)).toEqual([1, 1]);
});
