/** `npm run bench [-- --only s1,s3|device] [--rounds 3]`: bundles the servers and the load generator, and starts the latter. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { bundle } from "./bundle.ts";

const asked = process.argv.slice(2);
/** The device is measured in a browser, and by itself. */
const command =
  asked[asked.indexOf("--only") + 1] === "device"
    ? ["--import", "tsx", join(import.meta.dirname, "device/main.ts")]
    : ["--expose-gc", "--max-old-space-size=4096", await bundle(), ...asked];
const child = spawn(process.execPath, command, {
  // The channel tells the load generator when this process is gone, however it went.
  stdio: ["inherit", "inherit", "inherit", "ipc"],
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => {
  process.exitCode = code ?? 1;
});
