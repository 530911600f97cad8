import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const outdir = fileURLToPath(new URL("../dist/bench/", import.meta.url));

/** Every process of the bench as the production build would make it: no loader at work while something is timed. */
export const bundle = async (): Promise<string> => {
  const entries = [
    "measure",
    "slate-server",
    "delay-proxy",
    "peers/hocuspocus",
    "peers/y-websocket",
    "peers/relay",
    "peers/http-floor",
  ];
  await build({
    entryPoints: entries.map((name) => `${here}${name}.ts`),
    outdir,
    outbase: here,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    logLevel: "warning",
  });
  return `${outdir}measure.js`;
};
