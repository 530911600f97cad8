import { Show } from "solid-js";
import { t } from "../i18n/messages.ts";
import { isDesk } from "../platform/layout.ts";
import { IconButton } from "../ui/button.tsx";
import { openOverlay } from "./overlays.ts";

/** In the header where there is no sidebar: finds and does everything. */
export const SearchButton = () => (
  <Show when={!isDesk()}>
    <IconButton
      label={t.palette.open}
      icon="icon-search"
      aria-haspopup="dialog"
      onClick={() => openOverlay("palette")}
    />
  </Show>
);
