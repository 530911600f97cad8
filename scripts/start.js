/**
 * `npm start`: builds what is out of date, then becomes the server. `--demo`: with the demo workspace, in a folder that is
 * thrown away at the end.
 */
import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "./build.js";
import { endWithNpm } from "./end-with-npm.js";

/** @param {string} line */
const stop = (line) => {
  console.error(line);
  process.exit(1);
};

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) stop(`Slate needs Node 20.19 or later; this is ${process.version}.`);

try {
  await build();
} catch (error) {
  stop(error instanceof Error ? error.message : String(error));
}

if (process.argv.includes("--demo")) {
  const folder = mkdtempSync(join(tmpdir(), "slate-demo-"));
  const clear = fileURLToPath(new URL("clear-demo.js", import.meta.url));
  spawn(process.execPath, [clear, String(process.pid), folder], { detached: true, stdio: "ignore" }).unref();
  process.env.DATA_DIR = folder;
  process.env.DEMO = "true";
  console.log(
    [
      "The demo workspace lives until this ends. Everyone's password is demo-password:",
      "  admin · marketing-head marketing-1 marketing-2 · sales-head sales-1",
      "  creative-head creative-1 creative-2 creative-3",
    ].join("\n"),
  );
}

endWithNpm();
process.setSourceMapsEnabled(true);
// Not a child process: signals reach the server itself, and ending this ends it.
await import(new URL("../dist/server/main.js", import.meta.url).href);
