import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** Each file breaks exactly one rule of biome.json; what is wrong with it → the file. */
const planted: Record<string, { file: string; text: string }[]> = {
  "shared imports only shared, yjs, lib0 and valibot.": [
    { file: "shared/a.ts", text: importing("../web/sync/device.ts") },
    { file: "shared/b.ts", text: importing("../sync-server/limits.ts") },
    { file: "shared/document/c.ts", text: importing("dexie") },
    { file: "shared/document/d.ts", text: importing("node:fs") },
    { file: "shared/workflow/e.ts", text: importing("hono") },
    { file: "shared/ticket/f.ts", text: importing("../../web/i18n/messages.ts") },
  ],
  "ticket and access stand below workflow, document and protocol.": [
    { file: "shared/ticket/a.ts", text: importing("../workflow/decide.ts") },
    { file: "shared/access/b.ts", text: importing("../document/read.ts") },
  ],
  "workflow and protocol stand below document.": [
    { file: "shared/workflow/a.ts", text: importing("../document/read.ts") },
  ],
  "The server imports nothing of web.": [
    { file: "sync-server/a.ts", text: importing("../web/sync/device.ts") },
    { file: "sync-server/store/b.ts", text: importing("../../web/sync/device.ts") },
    { file: "sync-server/sync/c.ts", text: typeImporting("../../web/sync/device.ts") },
  ],
  "Only sync-server/store speaks to PostgreSQL.": [
    { file: "sync-server/http/a.ts", text: importing("postgres") },
    { file: "sync-server/sync/b.ts", text: typeImporting("postgres") },
  ],
  "The sync core gets storage, sessions and logs as parameters.": [
    { file: "sync-server/sync/d.ts", text: importing("../store/sql.ts") },
    { file: "sync-server/sync/e.ts", text: importing("../auth/sessions.ts") },
  ],
  "The product imports nothing that only exercises it.": [
    { file: "sync-server/http/b.ts", text: importing("../../simulation/world.ts") },
    { file: "sync-server/store/c.ts", text: importing("../../bench/peers.ts") },
    { file: "web/parts/d.ts", text: importing("../../e2e/support/start-server.ts") },
    { file: "web/sync/e.ts", text: importing("../../scripts/start.js") },
  ],
  "The web app imports nothing of sync-server.": [
    { file: "web/pages/a.ts", text: importing("../../sync-server/limits.ts") },
    { file: "web/sync/core/b.ts", text: importing("../../../sync-server/limits.ts") },
    { file: "web/features/list/c.ts", text: importing("../../../sync-server/limits.ts") },
    { file: "web/ui/d.ts", text: typeImporting("../../sync-server/config.ts") },
  ],
  "Only web/sync and web/editor touch Yjs and Dexie; others see stores and commands.": [
    { file: "web/parts/a.ts", text: importing("yjs") },
    { file: "web/features/list/b.ts", text: importing("y-protocols/awareness") },
    { file: "web/pages/c.ts", text: importing("dexie") },
    { file: "web/app.ts", text: importing("y-websocket") },
  ],
  "One feature never imports another: what two need moves down to web/parts.": [
    { file: "web/features/list/d.ts", text: importing("../ticket/status.ts") },
    { file: "web/features/list/rows/e.ts", text: importing("../../ticket/status.ts") },
  ],
  "Features stand above sync and editor.": [
    { file: "web/sync/f.ts", text: importing("../features/list/list.ts") },
    { file: "web/editor/g.ts", text: importing("../pages/home.ts") },
  ],
  "The engine reaches storage and network through its ports.": [
    { file: "web/sync/core/c.ts", text: importing("dexie") },
    { file: "web/sync/core/d.ts", text: importing("../browser/dexie-store.ts") },
    { file: "web/sync/core/e.ts", text: importing("y-websocket") },
  ],
  "web/ui and web/platform know nothing of tickets.": [
    { file: "web/ui/a.ts", text: importing("../parts/people-choice.ts") },
    { file: "web/platform/b.ts", text: importing("../sync/device.ts") },
  ],
  "This folder takes clock and randomness as parameters.": [
    { file: "shared/ticket/now.ts", text: "export const now = () => Date.now();\n" },
    { file: "shared/workflow/new-date.ts", text: "export const now = () => new Date();\n" },
    { file: "sync-server/sync/random.ts", text: "export const roll = () => Math.random();\n" },
    { file: "sync-server/sync/timer.ts", text: "setTimeout(() => {}, 1);\n" },
    { file: "web/sync/core/timer.ts", text: "setInterval(() => {}, 1);\n" },
    { file: "web/sync/core/uuid.ts", text: "export const id = () => crypto.randomUUID();\n" },
  ],
  "This import is part of a cycle.": [
    { file: "shared/ring-a.ts", text: 'import { b } from "./ring-b.ts";\nexport const a = () => b;\n' },
    { file: "shared/ring-b.ts", text: 'import { a } from "./ring-a.ts";\nexport const b = () => a;\n' },
  ],
  "Avoid barrel files, they slow down performance, and cause large module graphs with modules that go unused.": [
    { file: "shared/index.ts", text: 'export * from "./ids.ts";\n' },
  ],
};

/** The same words where they are allowed. */
const sound: { file: string; text: string }[] = [
  { file: "shared/ids.ts", text: importing("valibot") },
  { file: "shared/protocol/ok.ts", text: importing("lib0/decoding") },
  { file: "shared/document/ok.ts", text: importing("../workflow/decide.ts") },
  { file: "sync-server/store/ok.ts", text: importing("postgres") },
  { file: "sync-server/sync/ok.ts", text: importing("../limits.ts") },
  { file: "sync-server/sync/clock.ts", text: "export const now = () => Date.now();\n" },
  { file: "sync-server/http/ok.ts", text: "export const now = () => Date.now();\n" },
  { file: "web/sync/ok.ts", text: importing("dexie") },
  { file: "web/editor/ok.ts", text: importing("y-prosemirror") },
  { file: "web/features/list/ok.ts", text: importing("../../parts/people-choice.ts") },
  { file: "web/features/list/rows/ok.ts", text: importing("../list.ts") },
  { file: "simulation/ok.ts", text: importing("../sync-server/sync/room.ts") },
];

let complaints: { file: string; message: string }[] = [];
const folder = mkdtempSync(join(tmpdir(), "slate-lint-"));

beforeAll(() => {
  const root = join(import.meta.dirname, "../..");
  cpSync(join(root, "biome.json"), join(folder, "biome.json"));
  cpSync(join(root, "scripts/lint/purity.grit"), join(folder, "scripts/lint/purity.grit"));
  execFileSync("git", ["init", "--quiet"], { cwd: folder });
  writeFileSync(join(folder, ".gitignore"), "");
  for (const { file, text } of [...Object.values(planted).flat(), ...sound]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
  const run = spawnSync(process.execPath, [biome, "lint", "--reporter=github", "--max-diagnostics=none", "."], {
    cwd: folder,
    encoding: "utf8",
  });
  complaints = run.stdout.split("\n").flatMap((line) => {
    const [, file, message] = /^::error .*?file=(.*?),.*?::(.*)$/.exec(line) ?? [];
    return file === undefined || message === undefined ? [] : [{ file: file.replace(`${folder}/`, ""), message }];
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(Object.entries(planted))("%s", (message, files) => {
  it.each(files)("in $file", ({ file }) => {
    expect(complaints.filter((complaint) => complaint.file === file).map((complaint) => complaint.message)).toEqual([
      message,
    ]);
  });
});

it("lets sound imports be", () => {
  const files = new Set(sound.map(({ file }) => file));
  expect(complaints.filter(({ file }) => files.has(file))).toEqual([]);
});

function importing(specifier: string): string {
  return `import { something } from "${specifier}";\nexport const used = something;\n`;
}

function typeImporting(specifier: string): string {
  return `import type { Something } from "${specifier}";\nexport type Used = Something;\n`;
}
