import { expect, it } from "vitest";
import { type AttentionCounts, sheetTitle } from "./sync-title.ts";

const calm: AttentionCounts = { refused: 0, waiting: 0, isSignedOut: false, isStoring: true, isOffline: false };

it.each<[Partial<AttentionCounts>, string]>([
  [{}, "Everything is saved"],
  [{ isOffline: true }, "Offline, nothing waits"],
  [{ waiting: 1 }, "1 change waits"],
  [{ waiting: 3, isOffline: true }, "3 changes wait"],
  [{ refused: 1 }, "1 needs you"],
  [{ refused: 2, waiting: 3 }, "2 need you, 3 changes wait"],
  [{ refused: 1, isSignedOut: true }, "2 need you"],
  [{ isStoring: false, waiting: 1 }, "1 needs you, 1 change waits"],
])("%j: %s", (counts, title) => expect(sheetTitle({ ...calm, ...counts })).toBe(title));
