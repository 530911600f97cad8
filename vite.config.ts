import { join } from "node:path";
import UnoCSS from "unocss/vite";
import { VitePWA } from "vite-plugin-pwa";
import solid from "vite-plugin-solid";
import { defineConfig } from "vitest/config";
import { createIconSprite } from "./scripts/icon-sprite.ts";

// Vitest's reporter needs it to show a failure; Node 20 does not have it.
Map.groupBy ??= (items, keyOf) => {
  const groups = new Map();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
};

const server = `http://127.0.0.1:${process.env.PORT ?? 3650}`;

export default defineConfig({
  root: "web",
  publicDir: "../public",
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: { polyfill: false, resolveDependencies: toPreload },
    rolldownOptions: { output: chunks() },
  },
  server: { proxy: { "/api": server, "/sync": { target: server, ws: true } } },
  plugins: process.env.VITEST === undefined ? [solid(), icons(), pwa()] : [],
  test: {
    projects: [
      project("shared", ["shared/**/*.test.ts"]),
      { ...project("web", ["web/**/*.test.{ts,tsx}"]), plugins: [solid()] },
      project("server", ["{sync-server,simulation,scripts,bench}/**/!(*.pg).test.ts"]),
      project("pg", ["sync-server/**/*.pg.test.ts"], {
        isolate: true,
        globalSetup: "sync-server/testing/start-test-database.ts",
        // Real processes, real hashing; a busy machine takes its time.
        testTimeout: 60_000,
        hookTimeout: 60_000,
      }),
      // Kills and freezes real processes of the production build; one file at a time.
      project("faults", ["e2e/faults/**/*.fault.test.ts"], { isolate: true, fileParallelism: false }),
    ],
  },
});

interface ProjectOptions {
  isolate?: boolean;
  globalSetup?: string;
  testTimeout?: number;
  hookTimeout?: number;
  fileParallelism?: boolean;
}

/** Tests share nothing they could spoil for each other, so files need no process each; those of the database have their own. */
function project(name: string, include: string[], more: ProjectOptions = {}) {
  return { root: import.meta.dirname, test: { name, include, environment: "node", isolate: false, ...more } };
}

/**
 * Pages that are opened from the network say at once what they need. Those inside are on the device, where to ask for each
 * file by itself costs a slow phone more than to find it.
 */
function toPreload(url: string, needed: string[], { hostType }: { hostType: "html" | "js" }) {
  return hostType === "html" || /(login|register|setup)-/.test(url) ? needed : [];
}

/**
 * A page is a chunk; what the first screen needs is one, and so is what most pages share: many small files compress badly
 * and take a phone long to open. `shared/` and `sync/` stay out of the pages' chunk, because a worker loads them too. So do
 * the English words: the first screen waits for the Filipino ones, which build on them, and would wait for itself.
 */
function chunks() {
  const most = { minShareCount: 4, includeDependenciesRecursively: false };
  return {
    codeSplitting: {
      groups: [
        { name: "words", test: /[\\/]i18n[\\/](en[\\/]|strong)/, priority: 4, includeDependenciesRecursively: false },
        {
          name: "rules",
          test: /[\\/](shared|valibot)[\\/]/,
          priority: 3,
          tags: ["$initial" as const],
          includeDependenciesRecursively: false,
        },
        {
          name: "documents",
          test: /node_modules[\\/]yjs[\\/]|core[\\/]known|search[\\/]document-words/,
          priority: 2,
          includeDependenciesRecursively: false,
        },
        { name: "rules", test: /[\\/]shared[\\/]|lib0[\\/](string|hash[\\/]sha256)/, priority: 2, ...most },
        { name: "frame", tags: ["$initial" as const], priority: 2, includeDependenciesRecursively: false },
        { name: "frame", test: /@solidjs[\\/]router/, priority: 2, includeDependenciesRecursively: false },
        {
          name: "device",
          test: /web[\\/]sync[\\/](core|search|browser[\\/](?!word-reader-worker))|node_modules[\\/](dexie|y-indexeddb|y-protocols)[\\/]/,
          priority: 1,
          includeDependenciesRecursively: false,
        },
        { name: "app", test: /[\\/]web[\\/](?!sync[\\/])/, priority: 1, ...most },
        // Before what two or three pages share: what stands inside around them.
        {
          name: "inside",
          priority: 1,
          test: /web[\\/](pages[\\/](inside|tickets|overlays|load-ahead)|features[\\/](install|shell|list[\\/](?!filter-sheet))|parts[\\/](ticket-row|marked-text|neighbours|sync[\\/](sync-announcer|sync-pill|pill-text)|first-download|overlays)|ui[\\/](window-list|row-offsets|next-task|create-steps)|presentation[\\/](mark-words|sync-news)|platform[\\/]create-rem-width)/,
          includeDependenciesRecursively: false,
        },
        { ...most, name: "parts", test: /[\\/]web[\\/](?!sync|editor|features[\\/]access)/, minShareCount: 2 },
      ],
    },
  };
}

/** Icons are `icon-<lucide name>` classes beside `icon`, drawn by a CSS mask; the outdoor theme draws them heavier. */
function icons() {
  const sprite = createIconSprite(join(import.meta.dirname, "web"));
  const drawn = [
    "background-color: currentColor",
    `mask: ${sprite.picture(1.6)} 0 0 / ${sprite.count * 100}% 100% no-repeat`,
  ];
  return UnoCSS({
    configFile: false,
    preflights: [
      { getCSS: () => `.icon { ${drawn.join("; ")} }` },
      { getCSS: () => `[data-theme="outdoor"] .icon { mask-image: ${sprite.picture(2.3)} }` },
    ],
    rules: [
      [
        /^icon-([a-z0-9-]+)$/,
        ([, name = ""]) => {
          const position = sprite.position(name);
          return position === null ? undefined : { "mask-position": position };
        },
      ],
    ],
    content: { pipeline: { include: [/web\/.*\.tsx?($|\?)/] } },
  });
}

/** Drawn by `scripts/app-pictures.ts`, like the screenshots. */
function shortcut(name: string, url: string, icon: string) {
  return { name, url, icons: [{ src: `/icons/shortcut-${icon}.png`, sizes: "96x96", type: "image/png" }] };
}

function screenshot(name: string, sizes: string, form_factor: "narrow" | "wide", label: string) {
  return { src: `/screenshots/${name}.png`, sizes, form_factor, label, type: "image/png" };
}

function pwa() {
  return VitePWA({
    strategies: "injectManifest",
    srcDir: ".",
    filename: "sw.ts",
    registerType: "prompt",
    injectRegister: false,
    // The browser fetches icons itself, for the home screen.
    includeManifestIcons: false,
    injectManifest: {
      globPatterns: ["**/*.{js,css,html,svg,png,woff2}"],
      // Fetched when a name needs it; the page works without.
      globIgnores: ["**/*latin-ext*", "screenshots/**", "icons/*.png"],
    },
    manifest: {
      id: "/",
      name: "Slate",
      short_name: "Slate",
      description: "Requests, approvals and shoots of a creative team, with or without a network.",
      start_url: "/",
      scope: "/",
      display: "standalone",
      background_color: "#fbfbf9",
      theme_color: "#fbfbf9",
      icons: [
        { src: "/icons/slate.svg", sizes: "any", type: "image/svg+xml" },
        { src: "/icons/slate-192.png", sizes: "192x192", type: "image/png" },
        { src: "/icons/slate-512.png", sizes: "512x512", type: "image/png" },
        { src: "/icons/slate-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
      ],
      categories: ["productivity", "business"],
      shortcuts: [
        shortcut("New ticket", "/tickets/new", "new"),
        shortcut("Tickets", "/tickets", "tickets"),
        shortcut("Overdue", "/tickets?status=overdue", "overdue"),
      ],
      screenshots: [
        screenshot("home-narrow", "585x1266", "narrow", "What needs you now"),
        screenshot("ticket-narrow", "585x1266", "narrow", "A ticket, with or without a network"),
        screenshot("tickets-wide", "1280x800", "wide", "Every ticket on this device"),
        screenshot("ticket-wide", "1280x800", "wide", "List and ticket side by side"),
      ],
    },
  });
}
