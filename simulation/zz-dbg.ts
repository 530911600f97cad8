import { runHistory } from "/work/main/simulation/history.ts";

const log = console.log;
console.log = (...a) => {
  if (!String(a[0]).startsWith("[yjs]")) log(...a);
};
const r = await runHistory(Number(process.argv[2]));
for (const v of r.violations) log(v.invariant, v.message.slice(0, 500));
process.exit(0);
