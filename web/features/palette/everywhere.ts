/** What can be done from any page. */
import { useNavigate } from "@solidjs/router";
import { requestTypes } from "../../../shared/ticket/ticket.ts";
import { type Language, language, languages, setLanguage } from "../../i18n/language.ts";
import { t } from "../../i18n/messages.ts";
import { openOverlay } from "../../parts/overlays.ts";
import { useDevice } from "../../parts/session-context.ts";
import { isPhone } from "../../platform/layout.ts";
import { keysOfPlace } from "../../platform/shortcuts.ts";
import { setTheme, theme, themes } from "../../platform/theme.ts";
import type { Entry } from "./find-commands.ts";

export interface Place {
  href: string;
  label: string;
  icon: `icon-${string}`;
}

/** Reads anew each time: what is chosen already is not offered. */
export const createEverywhere = (places: readonly Place[]): (() => Entry[]) => {
  const navigate = useNavigate();
  const device = useDevice();
  const goTo = places.map(
    ({ href, label, icon }): Entry => ({
      id: `go:${href}`,
      group: "goTo",
      name: label,
      icon,
      keys: keysOfPlace[href],
      run: () => navigate(href),
    }),
  );
  const create: Entry[] = [
    {
      id: "new",
      group: "create",
      name: t.app.newTicket,
      icon: "icon-plus",
      keys: "c",
      run: () => navigate("/tickets/new"),
    },
    ...requestTypes.map(
      (type): Entry => ({
        id: `new:${type}`,
        group: "create",
        name: t.palette.newOf(t.words.requestType[type]),
        icon: "icon-plus",
        isOnlyFound: true,
        run: () => navigate(`/tickets/new?type=${type}`),
      }),
    ),
  ];
  const sync: Entry = {
    id: "sync",
    group: "app",
    name: t.sync.syncNow,
    icon: "icon-refresh-cw",
    run: () => void device.syncNow(),
  };
  const overview: Entry = {
    id: "keys",
    group: "app",
    name: t.palette.shortcuts,
    icon: "icon-keyboard",
    keys: "?",
    run: () => openOverlay("keys"),
  };
  const signOut: Entry = {
    id: "sign-out",
    group: "app",
    name: t.app.settings.signOut,
    icon: "icon-log-out",
    // With something unsent, or refused and kept, the settings say first what would be lost.
    run: () =>
      device.waiting().length + device.refused().length === 0 ? void device.signOut() : navigate("/settings"),
  };
  return () => [
    ...goTo,
    ...create,
    sync,
    ...themeEntries(),
    ...languageEntries(),
    ...(isPhone() ? [] : [overview]),
    signOut,
  ];
};

const themeEntries = (): Entry[] =>
  themes
    .filter((value) => value !== theme())
    .map((value) => ({
      id: `theme:${value}`,
      group: "app",
      name: t.palette.theme(t.app.settings.themes[value]),
      icon: "icon-contrast",
      run: () => setTheme(value),
    }));

const languageEntries = (): Entry[] =>
  Object.entries(languages)
    .filter(([value]) => value !== language)
    .map(([value, name]) => ({
      id: `language:${value}`,
      group: "app",
      name: t.palette.language(name),
      icon: "icon-languages",
      run: () => setLanguage(value as Language),
    }));
