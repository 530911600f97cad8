/** The app as it will be one or more releases from now: newer versions of the protocol and of the device's storage. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const sources = [
  "web",
  "shared",
  "sync-server",
  "scripts",
  "public",
  "package.json",
  "package-lock.json",
  "vite.config.ts",
  "tsconfig.json",
];

/** Builds it into `folder`; answers the path of its server's program. The server speaks its own protocol and the one before. */
export const buildVersion = (ahead: number, folder: string): string => {
  mkdirSync(folder);
  for (const source of sources) {
    cpSync(join(root, source), join(folder, source), { recursive: true, filter: (path) => !path.includes(".test.") });
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  rewrite(join(folder, "shared/protocol/version.ts"), [
    [/protocolVersion = (\d+);/, (now) => `protocolVersion = ${now + ahead};`],
    [/oldestSupportedVersion = (\d+);/, (oldest) => `oldestSupportedVersion = ${oldest + ahead - 1};`],
  ]);
  rewrite(join(folder, "web/sync/browser/device-database.ts"), [
    [
      /db\.version\((\d+)\)(?![\s\S]*db\.version)/,
      (last) => `db.version(${last + ahead}).stores({ later: "id" });\n  db.version(${last})`,
    ],
  ]);
  const build = `const { build } = await import("./scripts/build.js"); await build({ force: true });`;
  execFileSync(process.execPath, ["--input-type=module", "-e", build], { cwd: folder });
  return join(folder, "dist/server/main.js");
};

/** Each expression must be there, or what is built is not a newer version at all. */
const rewrite = (file: string, changes: readonly [RegExp, (number: number) => string][]): void => {
  let text = readFileSync(file, "utf8");
  for (const [expression, become] of changes) {
    const found = expression.exec(text);
    if (found === null) throw new Error(`${file} has no ${expression}`);
    text = text.replace(found[0], become(Number(found[1])));
  }
  writeFileSync(file, text);
};
