import { runHistory } from "./history.ts";

console.log = () => {};
for (let i = 1; i <= 30; i++) await runHistory(i);
const { user, system } = process.cpuUsage();
console.error("cpu ms a history", (user + system) / 1000 / 30);
process.exit(0);
