/** `bench/results/latest.json`: the newest figures of every part; a run of some parts leaves the others as they were. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import type { Figure } from "./figure.ts";

export interface PartResult {
  at: string;
  rounds: number;
  seconds: number;
  /** How busy the machine was before and after, as `uptime` says it: with others at work, times are theirs too. */
  load: [number, number];
  figures: Figure[];
}

interface Results {
  machine: { node: string; postgres: string; cpus: number; model: string; memoryGb: number };
  parts: Record<string, PartResult>;
}

const folder = new URL("../../bench/results/", import.meta.url);
const file = new URL("latest.json", folder);

export const saveResults = (postgres: string, measured: Record<string, PartResult>): void => {
  const earlier = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Results).parts : {};
  const machine = {
    node: process.version,
    postgres,
    cpus: cpus().length,
    model: cpus()[0]?.model ?? "",
    memoryGb: Math.round(totalmem() / 2 ** 30),
  };
  const parts = Object.fromEntries(Object.entries({ ...earlier, ...measured }).sort());
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify({ machine, parts }, null, 2)}\n`);
};
