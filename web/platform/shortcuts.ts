/**
 * Every shortcut there is: the handler, the overview and the hints on buttons all read this table. `mod` is ⌘ on a Mac and
 * Ctrl elsewhere; `g h` is one key after the other. None is a browser's own, and those
 * of letters alone can be switched off.
 */
export const shortcuts = {
  "mod+k": { does: "palette", group: "anywhere" },
  c: { does: "create", group: "anywhere" },
  "/": { does: "search", group: "anywhere" },
  "?": { does: "overview", group: "anywhere" },
  "g h": { does: "home", group: "goTo" },
  "g t": { does: "tickets", group: "goTo" },
  "g a": { does: "approvals", group: "goTo" },
  "g w": { does: "work", group: "goTo" },
  "g i": { does: "inbox", group: "goTo" },
  "g s": { does: "settings", group: "goTo" },
  j: { does: "next", group: "list" },
  k: { does: "previous", group: "list" },
  Enter: { does: "open", group: "list" },
  x: { does: "select", group: "list" },
  a: { does: "approve", group: "ticket" },
  r: { does: "reject", group: "ticket" },
  s: { does: "start", group: "ticket" },
  z: { does: "undo", group: "ticket" },
  m: { does: "comment", group: "ticket" },
  e: { does: "edit", group: "ticket" },
  u: { does: "back", group: "ticket" },
  "mod+enter": { does: "send", group: "ticket" },
} as const satisfies Record<string, { does: string; group: "anywhere" | "goTo" | "list" | "ticket" }>;

export type ShortcutKeys = keyof typeof shortcuts;

export const shortcutGroups = ["anywhere", "goTo", "list", "ticket"] as const;

/** Which key leads to a place of the app. */
export const keysOfPlace: Readonly<Record<string, ShortcutKeys>> = {
  "/": "g h",
  "/tickets": "g t",
  "/approvals": "g a",
  "/work": "g w",
  "/inbox": "g i",
  "/settings": "g s",
};

/** Needs Ctrl or ⌘: never pressed by somebody who dictates or hits a key by mistake. */
export const isChord = (keys: ShortcutKeys): boolean => keys.startsWith("mod+");
