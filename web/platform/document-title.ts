import { createEffect, onCleanup } from "solid-js";
import { t } from "../i18n/messages.ts";

/** Names the browser's tab or window while the component lives. */
export const createDocumentTitle = (name: () => string) => {
  createEffect(() => {
    document.title = name() === "" ? t.app.name : t.app.titled(name());
  });
  onCleanup(() => {
    document.title = t.app.name;
  });
};
