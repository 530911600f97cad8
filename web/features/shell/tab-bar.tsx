import { A, useLocation } from "@solidjs/router";
import { For } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { NewTicketButton } from "../../parts/new-ticket-button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { isWithin, navItems } from "./nav-items.ts";
import "./tab-bar.css";

/** Phone only: the places within reach of the thumb, a new ticket in the middle. */
export const TabBar = () => (
  <nav class="tabs" aria-label={t.app.nav.main}>
    <For each={navItems.slice(0, 2)}>{(item) => <Tab {...item} />}</For>
    <NewTicketButton class="tab-new" label={t.app.newTicket}>
      <Icon name="icon-plus" large />
    </NewTicketButton>
    <For each={navItems.slice(2)}>{(item) => <Tab {...item} />}</For>
  </nav>
);

const Tab = (props: (typeof navItems)[number]) => {
  const location = useLocation();
  const isHere = () => isWithin(location.pathname, props.href);
  return (
    <A
      class="tab t1"
      classList={{ "tab-here": isHere() }}
      href={props.href}
      aria-current={isHere() ? "page" : undefined}
    >
      <Icon name={props.icon} large />
      <span>{props.label}</span>
    </A>
  );
};
