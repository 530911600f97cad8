/** What everything in one simulated history shares: time, chance, the company, the database, and what went wrong. */
import type { Department, Directory, Person } from "../shared/access/directory.ts";
import type { DepartmentId, UserId } from "../shared/ids.ts";
import { directory as sampleDirectory } from "../shared/sample-world.ts";
import type { Plant } from "./plant.ts";
import { createSimRandom, type SimRandom } from "./random.ts";
import { createSchedule, type Schedule } from "./schedule.ts";

export interface Violation {
  /** An invariant of the design, 'I1' … 'I9'. */
  invariant: string;
  message: string;
}

export interface World {
  seed: number;
  schedule: Schedule;
  random: SimRandom;
  directories: DirectoryTimeline;
  plant: Plant | null;
  violations: Violation[];
  /** One line of what happened; the lines of a seed are always the same. */
  trace(line: string): void;
  lines(): readonly string[];
  traceHash(): string;
  violated(invariant: string, message: string): void;
  /** How often each kind of thing happened. */
  counts: Record<string, number>;
  count(what: string): void;
}

export interface DirectoryTimeline {
  now(): Directory;
  /** The directories in force at any time since `ms` ago. */
  since(ms: number): Directory[];
  changePerson(id: UserId, change: Partial<Person>): void;
  changeDepartment(id: DepartmentId, change: Partial<Department>): void;
  listen(listener: () => void): void;
}

const startMs = Date.UTC(2026, 10, 23, 9);
/** More are not needed to see what went wrong, and a history that has gone wrong produces many. */
const violationsMax = 20;

export const createWorld = (seed: number, plant: Plant | null): World => {
  const schedule = createSchedule(startMs);
  const random = createSimRandom(seed);
  const lines: string[] = [];
  let hash = 0x811c9dc5;
  const world: World = {
    seed,
    schedule,
    random,
    plant,
    directories: createDirectoryTimeline(schedule),
    violations: [],
    counts: {},
    trace: (line) => {
      const full = `${schedule.now() - startMs} ${line}`;
      lines.push(full);
      for (let i = 0; i < full.length; i++) hash = Math.imul(hash ^ full.charCodeAt(i), 0x01000193) >>> 0;
    },
    lines: () => lines,
    traceHash: () => hash.toString(16).padStart(8, "0"),
    violated: (invariant, message) => {
      world.trace(`VIOLATED ${invariant}: ${message}`);
      if (world.violations.length < violationsMax) world.violations.push({ invariant, message });
    },
    count: (what) => {
      world.counts[what] = (world.counts[what] ?? 0) + 1;
    },
  };
  return world;
};

const createDirectoryTimeline = (schedule: Schedule): DirectoryTimeline => {
  const versions: { from: number; directory: Directory }[] = [{ from: 0, directory: sampleDirectory }];
  const listeners: (() => void)[] = [];
  const now = () => versions.at(-1)?.directory ?? sampleDirectory;
  const set = (directory: Directory) => {
    versions.push({ from: schedule.now(), directory });
    for (const listener of listeners) listener();
  };
  return {
    now,
    since: (ms) => {
      const begin = schedule.now() - ms;
      return versions
        .filter((_, i) => (versions[i + 1]?.from ?? Number.POSITIVE_INFINITY) >= begin)
        .map(({ directory }) => directory)
        .reverse();
    },
    changePerson: (id, change) => {
      const person = now().people.get(id);
      if (person === undefined) return;
      set({ ...now(), people: new Map(now().people).set(id, { ...person, ...change }) });
    },
    changeDepartment: (id, change) => {
      const department = now().departments.get(id);
      if (department === undefined) return;
      set({ ...now(), departments: new Map(now().departments).set(id, { ...department, ...change }) });
    },
    listen: (listener) => listeners.push(listener),
  };
};
