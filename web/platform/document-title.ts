import { createEffect, onCleanup } from "solid-js";
import { t } from "../i18n/messages.ts";
import { appName } from "./server-facts.ts";

/** Names the browser's tab or window while the component lives. */
export const createDocumentTitle = (name: () => string) => {
  createEffect(() => {
    document.title = name() === "" ? appName() : t.app.titled(name(), appName());
  });
  onCleanup(() => {
    document.title = appName();
  });
};
