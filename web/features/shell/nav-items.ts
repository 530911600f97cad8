import { t } from "../../i18n/messages.ts";

/** The places of the app, in order; what does not exist yet is not named. */
export const navItems = [
  { href: "/", label: t.app.nav.home, icon: "icon-house" },
  { href: "/tickets", label: t.app.nav.tickets, icon: "icon-rows-3" },
  { href: "/work", label: t.work.nav, icon: "icon-list-todo" },
  { href: "/settings", label: t.app.nav.settings, icon: "icon-settings" },
] as const;

/** A place is where one is when the address lies within it. */
export const isWithin = (pathname: string, href: string): boolean =>
  href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);
