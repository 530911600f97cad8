/** `npx tsx bench/read-profiles.ts <folder>`: where the servers that BENCH_PROFILE watched spent their time. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

interface CpuProfile {
  nodes: {
    id: number;
    callFrame: { functionName: string; url: string; lineNumber: number };
  }[];
  samples: number[];
  timeDeltas: number[];
}

const shown = 30;
const folder = process.argv[2] ?? ".";

/** Microseconds by function, idle time left out. */
const selfTimes = ({ nodes, samples, timeDeltas }: CpuProfile): Map<string, number> => {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const times = new Map<string, number>();
  for (const [i, id] of samples.entries()) {
    const name = names.get(id) ?? "";
    if (name !== "(idle)") times.set(name, (times.get(name) ?? 0) + (timeDeltas[i] ?? 0));
  }
  return times;
};

const nameOf = ({ functionName, url, lineNumber }: CpuProfile["nodes"][number]["callFrame"]): string => {
  const file = url.split("/").slice(-2).join("/");
  const name = functionName === "" ? "(anonymous)" : functionName;
  return file === "" ? name : `${name} ${file}:${lineNumber + 1}`;
};

for (const file of readdirSync(folder).filter((name) => name.endsWith(".cpuprofile"))) {
  const times = selfTimes(JSON.parse(readFileSync(join(folder, file), "utf8")));
  const total = [...times.values()].reduce((sum, micros) => sum + micros, 0);
  console.log(`\n${file}: ${Math.round(total / 1000)} ms at work`);
  for (const [name, micros] of [...times].sort((a, b) => b[1] - a[1]).slice(0, shown)) {
    console.log(`${((100 * micros) / total).toFixed(1).padStart(6)} %  ${name}`);
  }
}
