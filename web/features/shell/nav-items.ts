import type { Directory, Person } from "../../../shared/access/directory.ts";
import { t } from "../../i18n/messages.ts";
import { isApprover } from "../../presentation/approval-queue.ts";

export interface NavItem {
  href: string;
  label: string;
  icon: `icon-${string}`;
  /** Those it is for; everybody where it does not say. */
  isFor?: (me: Person, directory: Directory) => boolean;
}

/** The places of the app, in order; what does not exist yet is not named. */
const navItems: readonly NavItem[] = [
  { href: "/", label: t.app.nav.home, icon: "icon-house" },
  { href: "/tickets", label: t.app.nav.tickets, icon: "icon-rows-3" },
  { href: "/approvals", label: t.approvals.nav, icon: "icon-stamp", isFor: isApprover },
  { href: "/work", label: t.work.nav, icon: "icon-list-todo" },
  { href: "/settings", label: t.app.nav.settings, icon: "icon-settings" },
];

export const navItemsFor = (me: Person, directory: Directory): NavItem[] =>
  navItems.filter(({ isFor }) => isFor === undefined || isFor(me, directory));

/** What a phone has room for: who decides has the approvals there, everybody else their work. */
export const tabsFor = (me: Person, directory: Directory): NavItem[] => {
  const items = navItemsFor(me, directory);
  const decides = items.some(({ href }) => href === "/approvals");
  return items.filter(({ href }) => !(decides && href === "/work"));
};

/** A place is where one is when the address lies within it. */
export const isWithin = (pathname: string, href: string): boolean =>
  href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);
