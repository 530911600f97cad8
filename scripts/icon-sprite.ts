/** Lucide's icons that the sources name, side by side in one picture: a browser opens a document for each picture it masks with. */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

interface IconSet {
  icons: Record<string, { body: string }>;
  aliases: Record<string, { parent: string }>;
}

const require = createRequire(import.meta.url);
const cell = 24;
const named = /\bicon-([a-z0-9]+(?:-[a-z0-9]+)*)/g;
const drawing = / (?:fill="none"|stroke="currentColor"|stroke-(?:linecap|linejoin)="round"|stroke-width="2")/g;

export interface IconSprite {
  /** As a CSS `url()`; `stroke` in units of Lucide's 24. */
  picture(stroke: number): string;
  /** In a mask that is `count` icons wide, where this one is, as a CSS position; null for what the sources do not name. */
  position(name: string): string | null;
  count: number;
}

/** @param folder is searched with its own folders, in `.ts` and `.tsx`. Throws where they name what Lucide does not draw. */
export const createIconSprite = (folder: string): IconSprite => {
  const set: IconSet = require("@iconify-json/lucide/icons.json");
  const bodyOf = (name: string): string => {
    const icon = set.icons[set.aliases[name]?.parent ?? name];
    if (icon === undefined) throw new Error(`icon-${name}: Lucide has no such icon`);
    return icon.body.replace(drawing, "");
  };
  const names = namesIn(folder);
  const cells = names.map((name, at) => `<g transform="translate(${at * cell})">${bodyOf(name)}</g>`);
  return {
    picture: (stroke) => {
      const size = `width="${names.length * cell}" height="${cell}"`;
      const pen = `fill="none" stroke="#000" stroke-linecap="round" stroke-linejoin="round" stroke-width="${stroke}"`;
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}><g ${pen}>${cells.join("")}</g></svg>`;
      return `url("data:image/svg+xml;utf8,${svg.replaceAll('"', "'").replace(/[<>#%]/g, encodeURIComponent)}")`;
    },
    position: (name) => {
      const at = names.indexOf(name);
      return at === -1 ? null : `${(at / Math.max(1, names.length - 1)) * 100}% 0`;
    },
    count: names.length,
  };
};

const namesIn = (folder: string): string[] => {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name));
  const found = files.flatMap((name) => [...readFileSync(join(folder, name), "utf8").matchAll(named)]);
  return [...new Set(found.map(([, name]) => name as string))].sort();
};
