import { createRoot } from "solid-js";
import { createMedia } from "./create-media.ts";

/** Phone: one column. Tablet: list and detail. Desk: sidebar as well. Wide: the facts stand beside the detail. */
const media = createRoot(() => ({
  tablet: createMedia("(min-width: 720px)"),
  desk: createMedia("(min-width: 1100px)"),
  wide: createMedia("(min-width: 1360px)"),
}));

/** What the person would call it, as far as its screen tells. */
export const deviceKind = (): "phone" | "tablet" | "computer" => {
  if (media.desk()) return "computer";
  return media.tablet() ? "tablet" : "phone";
};

export const isPhone = () => !media.tablet();
export const isDesk = () => media.desk();
export const isWide = () => media.wide();
