/**
 * `npm run bench -- --only device`: D3 to D8 in a real browser against the built server. D1 and D2: scripts/bundle-sizes.ts.
 */
import { build } from "../../scripts/build.js";
import { lighthouseScores } from "./lighthouse.ts";
import { coldStarts, keystrokes, openings, scrolling, searches } from "./measures.ts";
import { createDeviceStage } from "./stage.ts";

interface Row {
  part: string;
  measure: string;
  value: number;
  goal: number;
  unit: string;
}

const quantile = (values: readonly number[], q: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
};
const median = (values: readonly number[]) => quantile(values, 0.5);

const rows: Row[] = [];
const add = (part: string, measure: string, value: number, goal: number, unit = "ms") => {
  rows.push({ part, measure, value, goal, unit });
  console.log(`${value <= goal ? "✓" : "✗"} ${part} ${measure}: ${value.toFixed(1)} ${unit} (goal ≤ ${goal})`);
};
/** Points of a hundred: more is better. */
const addScore = (page: string, what: string, score: number, goal: number) => {
  rows.push({ part: "D8", measure: `${page}: ${what}`, value: score, goal, unit: "" });
  console.log(`${score >= goal ? "✓" : "✗"} D8 ${page}, ${what}: ${score} (goal ≥ ${goal})`);
};

await build();

// Tickets that are over are fetched when they are opened: of so many a thousand are downloaded.
const few = await createDeviceStage(1_770);
add("D7", `first download of ${few.documents} tickets among 1,770`, few.downloadedInMs, 3_000);
await few.close();

const some = await createDeviceStage(2_000);
add("D3", "cold start without network, 2,000 tickets", median(await coldStarts(some)), 1_000);
add("D4", "tap to ticket, median", median(await openings(some.page)), 100);
add("D5", "keystroke to paint, p95", quantile(await keystrokes(some.page), 0.95), 16);
await some.close();

const many = await createDeviceStage(10_000);
add("D3", "cold start without network, 10,000 tickets", median(await coldStarts(many)), 1_500);
const found = await searches(many.page, ["cold brew", "portraits", "#1042", "marketing-2", "warehouse"]);
add("D6", "10,000 tickets: keystroke to result, median", median(found), 50);
add("D6", "the same, p95", quantile(found, 0.95), 50);
const { frames, rows: inDocument } = await scrolling(many.page);
add("D6", "10,000 tickets: frame while scrolling, median", median(frames), 17);
add("D6", "the same, p95", quantile(frames, 0.95), 17);
add("D6", "rows in the document", inDocument, 60, "");
await many.close();

for (const { page, performance, accessibility, bestPractices, benchmarkIndex } of await lighthouseScores()) {
  console.log(`${page}: Lighthouse takes this machine for ${benchmarkIndex}`);
  addScore(page, "performance", performance, 95);
  addScore(page, "accessibility", accessibility, 100);
  addScore(page, "best practices", bestPractices, 100);
}
