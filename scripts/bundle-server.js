/** Bundles the server into the folder named by the first argument; packages stay where npm put them. */
import { join } from "node:path";
import { build } from "esbuild";

const root = join(import.meta.dirname, "..");
const [outDir = join(root, "dist/server")] = process.argv.slice(2);

try {
  await build({
    absWorkingDir: root,
    entryPoints: ["sync-server/main.ts"],
    outdir: outDir,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20.19",
    packages: "external",
    sourcemap: true,
    logLevel: "warning",
  });
} catch {
  // esbuild has said why.
  process.exitCode = 1;
}
