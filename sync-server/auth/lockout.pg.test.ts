import { expect, it } from "vitest";
import { limits } from "../limits.ts";
import { createTestDatabase } from "../testing/test-database.ts";
import { beginTry } from "./lockout.ts";

const { sql } = await createTestDatabase();
const startMs = Date.UTC(2026, 10, 23, 9);
const tryAt = (nowMs: number, username: string, address: string) =>
  beginTry(sql, { username, userId: null, address, device: null, nowMs });

it("[T7] lets at most 150 of a thousand guesses in a day reach the password", async () => {
  let reached = 0;
  for (let guess = 0; guess < 1000; guess++) {
    const { kind } = await tryAt(startMs + guess * 86_400, "olivia", `address-${guess}`);
    if (kind === "allowed") reached++;
  }
  expect(reached).toBeGreaterThan(100);
  expect(reached).toBeLessThanOrEqual(150);
});

it("forgets a wrong password after half an hour, and all of them after a right one", async () => {
  const [wrong, wrongAgain] = [await tryAt(startMs, "robin", "a"), await tryAt(startMs + 1000, "robin", "a")];
  expect([wrong.kind, wrongAgain.kind]).toEqual(["allowed", "allowed"]);
  const later = startMs + 1000 + limits.lockMinutes * 60_000 + 1;
  for (let guess = 0; guess < 2; guess++) expect((await tryAt(later, "robin", "a")).kind).toBe("allowed");
  const right = await tryAt(later, "robin", "a");
  if (right.kind === "allowed") await right.succeeded();
  for (const expected of ["allowed", "allowed", "allowed", "locked"]) {
    expect((await tryAt(later, "ROBIN", "a")).kind).toBe(expected);
  }
});

it("does not let one who insists on a locked account use up the address of others", async () => {
  for (let guess = 0; guess < 2 * limits.wrongPasswordsPerAddress; guess++) await tryAt(startMs, "insistent", "office");
  expect((await tryAt(startMs, "neighbour", "office")).kind).toBe("allowed");
});

it("locks an address that guesses at many accounts, and leaves those accounts alone", async () => {
  for (let i = 0; i < limits.wrongPasswordsPerAddress; i++) await tryAt(startMs, `victim-${i}`, "guesser");
  for (let guess = 0; guess < 5; guess++) expect((await tryAt(startMs, "next-victim", "guesser")).kind).toBe("locked");
  expect((await tryAt(startMs, "next-victim", "home")).kind).toBe("allowed");
});
