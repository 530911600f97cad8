import { type Layout, layouts } from "./list-query.ts";

const storageKey = "slate:list-layout";

/** How the list was looked at on this device the last time. */
export const rememberedLayout = (): Layout =>
  layouts.find((layout) => layout === localStorage.getItem(storageKey)) ?? "table";

export const rememberLayout = (layout: Layout): void => localStorage.setItem(storageKey, layout);
