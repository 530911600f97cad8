import { expect, it } from "vitest";
import type { SyncStatus } from "../sync/device.ts";
import { isSyncNews } from "./sync-news.ts";

it.each<[string, SyncStatus, SyncStatus, boolean]>([
  ["the network is gone", { kind: "offline", waiting: 0 }, { kind: "saved" }, true],
  ["one more change waits", { kind: "offline", waiting: 4 }, { kind: "offline", waiting: 3 }, false],
  ["something is being sent", { kind: "saving", waiting: 1 }, { kind: "saved" }, false],
  ["what was sent is saved, as before", { kind: "saved" }, { kind: "saved" }, false],
  ["everything is saved after all", { kind: "saved" }, { kind: "offline", waiting: 3 }, true],
  ["something is refused", { kind: "attention", count: 1 }, { kind: "saved" }, true],
  ["something more is refused", { kind: "attention", count: 2 }, { kind: "attention", count: 1 }, true],
  ["one of two is dealt with", { kind: "attention", count: 1 }, { kind: "attention", count: 2 }, false],
])("%s", (_, status, told, expected) => expect(isSyncNews(status, told)).toBe(expected));
