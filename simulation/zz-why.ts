import { runHistory } from "./history.ts";

const log = console.log;
console.log = (...a) => {
  if (!String(a[0]).startsWith("[yjs]")) log(...a);
};
const r = await runHistory(Number(process.argv[2]));
log(
  r.lines
    .filter((l) => new RegExp(process.argv[3] ?? ".").test(l))
    .slice(-Number(process.argv[4] ?? 40))
    .join("\n"),
);
process.exit(0);
