import { runHistory } from "./history.ts";

const from = Number(process.argv[2] ?? 1),
  n = Number(process.argv[3] ?? 20);
const t = Date.now();
process.on("unhandledRejection", (e) => {
  console.log("UNHANDLED", (e as Error).stack?.split("\n").slice(0, 3));
});
console.warn = () => {};
const log = console.log;
console.log = (...a) => {
  if (!String(a[0]).startsWith("[yjs]")) log(...a);
};
let bad = 0;
for (let seed = from; seed < from + n; seed++) {
  const r = await runHistory(seed);
  if (r.violations.length) {
    bad++;
    console.log("SEED", seed, r.violations.slice(0, 4));
    if (process.env.TRACE) console.log(r.lines.join("\n"));
  }
  if (n <= 3) console.log(r.counts, r.traceHash);
}
console.log(n, "histories", bad, "bad", ((Date.now() - t) / n).toFixed(0), "ms each");
process.exit(0);
