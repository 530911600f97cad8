/** `npm run dev`: the server, restarted when its sources change, and Vite with hot reload in front of it. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { endWithNpm } from "./end-with-npm.js";

const root = join(import.meta.dirname, "..");
const port = process.env.PORT ?? "3650";

const programs = [
  { name: "server", args: ["node_modules/tsx/dist/cli.mjs", "watch", "--clear-screen=false", "sync-server/main.ts"] },
  { name: "web", args: ["node_modules/vite/bin/vite.js", "--clearScreen", "false"] },
];

const children = programs.map(({ name, args }) => {
  const child = spawn(process.execPath, args, {
    cwd: root,
    // Own groups: Ctrl-C reaches them once, through us.
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, PORT: port, FORCE_COLOR: process.stdout.isTTY ? "1" : "0" },
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (/** @type {string} */ text) => {
      for (const line of text.trimEnd().split("\n")) console.log(`${name.padEnd(6)} │ ${line}`);
    });
  }
  child.once("exit", (code) => {
    if (!ending) console.log(`${name.padEnd(6)} │ ended with ${code ?? "a signal"}`);
    process.exitCode ||= code ?? 1;
    end("SIGTERM");
  });
  return child;
});

let ending = false;

/** @param {NodeJS.Signals} signal */
function end(signal) {
  ending = true;
  for (const child of children) if (child.exitCode === null && child.signalCode === null) child.kill(signal);
}

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, () => end(signal));
endWithNpm();
