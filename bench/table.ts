import type { ColumnName, Figure } from "./figure.ts";

const columns: readonly { name: ColumnName; title: string }[] = [
  { name: "slate", title: "Slate" },
  { name: "hocuspocus", title: "Hocuspocus + PG" },
  { name: "y-leveldb", title: "y-websocket LevelDB" },
  { name: "y-memory", title: "y-websocket memory" },
  { name: "relay", title: "bare relay" },
  { name: "floor", title: "floor" },
  { name: "base", title: "Slate, base" },
];

/** Markdown that also reads as text. Beside a peer's figure: ours as a multiple of it. */
export const renderTable = (figures: readonly Figure[]): string => {
  const rows = figures.map((figure) => [
    figure.part,
    figure.measure,
    ...columns.map(({ name }) => cell(figure, name)),
    figure.goal,
    figure.met === null ? "" : figure.met ? "yes" : "**no**",
  ]);
  const head = ["", "measure", ...columns.map(({ title }) => title), "goal", "met"];
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => (row[i] ?? "").length)));
  const line = (cells: readonly string[]) => `| ${cells.map((text, i) => text.padEnd(widths[i] ?? 0)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
};

const cell = ({ values, unit }: Figure, name: ColumnName): string => {
  const value = values[name];
  if (value === undefined || Number.isNaN(value)) return "";
  const text = `${round(value)} ${unit}`.trim();
  const ours = values.slate;
  if (name === "slate" || ours === undefined || value === 0) return text;
  return `${text} (× ${round(ours / value)})`;
};

/** Three figures that count. */
const round = (value: number): string => {
  if (value === 0) return "0";
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toFixed(Math.min(digits, 3));
};
