import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { isFolderLocked, lockFolder } from "./folder-lock.ts";
import { identifyProcess } from "./process-identity.ts";

const newFolder = () => mkdtempSync(join(tmpdir(), "slate-lock-"));

it("is held by one living process, until it lets go", () => {
  const folder = newFolder();
  const lock = lockFolder(folder);
  expect(isFolderLocked(folder)).toBe(true);
  expect(() => lockFolder(folder)).toThrow(`another server (process ${process.pid}) is using ${folder}`);
  lock.release();
  expect(existsSync(join(folder, "server.lock"))).toBe(false);
  lockFolder(folder).release();
});

it("[G6] is taken over from a process that is gone, or whose number somebody else has by now", async () => {
  const folder = newFolder();
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const pid = child.pid as number;
  const holder = identifyProcess(pid);
  writeFileSync(join(folder, "server.lock"), JSON.stringify({ ...holder, token: "theirs" }));
  expect(() => lockFolder(folder)).toThrow("another server");
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await ended;
  lockFolder(folder).release();
  writeFileSync(
    join(folder, "server.lock"),
    JSON.stringify({ pid: process.pid, startedAt: "long ago", token: "theirs" }),
  );
  lockFolder(folder).release();
  writeFileSync(join(folder, "server.lock"), "half a li");
  lockFolder(folder).release();
});
