/**
 * Builds what is out of date into dist/: `web` by Vite, `server` by esbuild. Plain JavaScript, so that `npm start` runs
 * on any supported Node without a build of its own.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const dist = join(root, "dist");

/**
 * @typedef {object} Part
 * @property {"web" | "server"} name
 * @property {string} title
 * @property {string[]} sources Files and folders, relative to the root.
 * @property {(outDir: string) => string[]} command Arguments for Node.
 * @property {(outDir: string) => string | null} problem What is wrong with what came out.
 */

/** @type {Part[]} */
const parts = [
  {
    name: "web",
    title: "web app",
    sources: ["web", "shared", "public", "vite.config.ts", "scripts/icon-sprite.ts", "package-lock.json"],
    command: (outDir) => ["node_modules/vite/bin/vite.js", "build", "--logLevel", "warn", "--outDir", outDir],
    problem: webProblem,
  },
  {
    name: "server",
    title: "server",
    sources: ["sync-server", "shared", "package-lock.json", "scripts/bundle-server.js"],
    command: (outDir) => ["scripts/bundle-server.js", outDir],
    problem: (outDir) => (existsSync(join(outDir, "main.js")) ? null : "there is no main.js"),
  },
];

/**
 * Brings dist/ up to date. A part is built beside its place and moved there when complete, so a failed build leaves what
 * was there. Rejects with the tools' output and a last line that names the part.
 *
 * @param {{ force?: boolean, say?: (line: string) => void }} [options]
 */
export const build = async ({ force = false, say = console.log } = {}) => {
  mkdirSync(dist, { recursive: true });
  removeLeftovers();
  const due = parts.filter((part) => force || !isCurrent(part));
  const results = await Promise.allSettled(due.map((part) => buildPart(part, say)));
  const problems = results.flatMap((result) => (result.status === "rejected" ? [String(result.reason.message)] : []));
  if (problems.length > 0) throw new Error(problems.join("\n\n"));
};

/** @param {Part} part @param {(line: string) => void} say */
const buildPart = async (part, say) => {
  const startedAt = performance.now();
  const outDir = join(dist, `.${part.name}-${process.pid}`);
  const stamp = fingerprint(part);
  const { code, output } = await run(part.command(outDir));
  const problem = code === 0 ? part.problem(outDir) : `its build ended with ${code}`;
  if (problem !== null) {
    rmSync(outDir, { recursive: true, force: true });
    throw new Error(`${output.trim()}\n\nThe ${part.title} was not built: ${problem}.`.trim());
  }
  const place = join(dist, part.name);
  rmSync(stampPath(part), { force: true });
  rmSync(place, { recursive: true, force: true });
  renameSync(outDir, place);
  writeFileSync(stampPath(part), stamp);
  say(`Built the ${part.title} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
};

/** @param {string[]} args @returns {Promise<{ code: number | null, output: string }>} */
const run = (args) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const collect = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });

/** The icons come from UnoCSS, which only logs its failures. @param {string} outDir */
function webProblem(outDir) {
  const files = existsSync(outDir) ? readdirSync(outDir, { recursive: true, encoding: "utf8" }) : [];
  for (const name of ["index.html", "sw.js"]) if (!files.includes(name)) return `there is no ${name}`;
  const styles = files.filter((file) => file.endsWith(".css"));
  return styles.some((file) => readFileSync(join(outDir, file), "utf8").includes("mask-position"))
    ? null
    : "its styles hold no icons";
}

/** @param {Part} part */
const stampPath = ({ name }) => join(dist, `${name}.stamp`);

/** @param {Part} part */
const isCurrent = (part) =>
  existsSync(join(dist, part.name)) &&
  existsSync(stampPath(part)) &&
  readFileSync(stampPath(part), "utf8") === fingerprint(part);

/** Changes when a source is edited, added or removed; tests are no sources. @param {Part} part */
const fingerprint = ({ sources }) => {
  const hash = createHash("sha256").update(process.version);
  for (const source of sources) {
    for (const file of filesOf(source)) {
      const { size, mtimeMs } = statSync(join(root, file));
      hash.update(`${file} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest("hex");
};

/** @param {string} path @returns {string[]} */
const filesOf = (path) => {
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path), { withFileTypes: true })
    .filter(({ name }) => name !== "node_modules" && !/\.test\.tsx?$/.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesOf(join(path, entry.name)) : [join(path, entry.name)]));
};

/** Of builds that were killed. */
const removeLeftovers = () => {
  for (const name of readdirSync(dist)) {
    const pid = /^\.(?:web|server)-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(dist, name), { recursive: true, force: true });
  }
};

/** @param {number} pid */
const isRunning = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
