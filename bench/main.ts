/** `npm run bench [-- --only s1,s3] [--rounds 3]`: bundles the servers and the load generator, and starts the latter. */
import { spawn } from "node:child_process";
import { bundle } from "./bundle.ts";

const entry = await bundle();
const child = spawn(process.execPath, ["--expose-gc", "--max-old-space-size=4096", entry, ...process.argv.slice(2)], {
  // The channel tells the load generator when this process is gone, however it went.
  stdio: ["inherit", "inherit", "inherit", "ipc"],
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => {
  process.exitCode = code ?? 1;
});
