import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** A process as more than its number, which the system gives out again. */
export interface ProcessIdentity {
  pid: number;
  /** When it started, in the system's own words: equal only for the same process. */
  startedAt: string;
  /** Its command line, arguments separated by single spaces. */
  command: string;
}

/** The living process with that number, or null; one that has ended and only waits for its parent counts as gone. */
export const identifyProcess = (pid: number): ProcessIdentity | null => {
  try {
    return process.platform === "linux" ? fromProc(pid) : fromPs(pid);
  } catch {
    return null;
  }
};

export const isAlive = (identity: Pick<ProcessIdentity, "pid" | "startedAt">): boolean =>
  identifyProcess(identity.pid)?.startedAt === identity.startedAt;

const fromProc = (pid: number): ProcessIdentity | null => {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The second field is the name in parentheses and may hold spaces; state is the third, start time the 22nd.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (fields[0] === "Z" || fields[0] === "X") return null;
  const bootId = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").join(" ").trim();
  return { pid, startedAt: `${bootId}:${fields[19]}`, command };
};

const fromPs = (pid: number): ProcessIdentity | null => {
  const ps = (column: string) =>
    execFileSync("ps", ["-o", `${column}=`, "-p", String(pid)], { encoding: "utf8" }).trim();
  if (ps("state").startsWith("Z")) return null;
  return { pid, startedAt: ps("lstart"), command: ps("args") };
};
