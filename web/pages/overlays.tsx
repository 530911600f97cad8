import { useNavigate } from "@solidjs/router";
import { createEffect, createMemo, lazy, Match, Suspense, Switch } from "solid-js";
import { navItemsFor } from "../features/shell/nav-items.ts";
import { closeOverlay, openOverlay, overlay } from "../parts/overlays.ts";
import { useDevice } from "../parts/session-context.ts";
import { createTypeAhead } from "../parts/type-ahead.ts";
import { createFallbackShortcut } from "../platform/shortcut.ts";
import { keysOfPlace } from "../platform/shortcuts.ts";
import { loadAhead } from "./load-ahead.ts";

const Palette = lazy(() => import("./palette.tsx"));
const KeyOverview = lazy(() => import("./key-overview.tsx"));

/** What may be opened over any page, and the keys that work on all of them. */
export const Overlays = () => {
  const navigate = useNavigate();
  const device = useDevice();
  createFallbackShortcut("mod+k", () => openOverlay("palette"));
  // Where a page has a search field of its own, that one answers.
  createFallbackShortcut("/", () => openOverlay("palette"));
  createFallbackShortcut("?", () => openOverlay("keys"));
  createFallbackShortcut("c", () => navigate("/tickets/new"));
  // Asked as it is pressed: what is somebody's place is known only once the directory has come.
  const isPlace = (place: string) => navItemsFor(device.me(), device.directory()).some(({ href }) => href === place);
  for (const [href, keys] of Object.entries(keysOfPlace))
    createFallbackShortcut(keys, () => isPlace(href) && navigate(href));
  // Ready before it is asked for; where it is not yet, what is typed after the shortcut is kept for it.
  const isReady = createMemo(() => device.isWhole());
  createEffect(() => isReady() && loadAhead());
  const ahead = createTypeAhead();
  return (
    <Suspense fallback={<ahead.Waiting />}>
      <Switch>
        <Match when={overlay() === "palette" && !isReady()}>
          <ahead.Waiting />
        </Match>
        <Match when={overlay() === "palette"}>
          <Palette typed={ahead.take()} onClose={closeOverlay} />
        </Match>
        <Match when={overlay() === "keys"}>
          <KeyOverview onClose={closeOverlay} />
        </Match>
      </Switch>
    </Suspense>
  );
};
