import { useLocation } from "@solidjs/router";
import { For } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { NewTicketButton } from "../../parts/new-ticket-button.tsx";
import { useDevice } from "../../parts/session-context.ts";
import { Icon } from "../../ui/icon.tsx";
import { NavCount } from "./nav-count.tsx";
import { isWithin, type NavItem, tabsFor } from "./nav-items.ts";
import "./tab-bar.css";

/** Phone only: the places within reach of the thumb, a new ticket in the middle. */
export const TabBar = () => {
  const device = useDevice();
  const items = () => tabsFor(device.me(), device.directory());
  return (
    <nav class="tabs" aria-label={t.app.nav.main}>
      <For each={items().slice(0, 2)}>{(item) => <Tab {...item} />}</For>
      <NewTicketButton class="tab-new" label={t.app.newTicket}>
        <Icon name="icon-plus" large />
      </NewTicketButton>
      <For each={items().slice(2)}>{(item) => <Tab {...item} />}</For>
    </nav>
  );
};

const Tab = (props: NavItem) => {
  const location = useLocation();
  const isHere = () => isWithin(location.pathname, props.href);
  return (
    <a
      class="tab t1"
      classList={{ "tab-here": isHere() }}
      href={props.href}
      aria-current={isHere() ? "page" : undefined}
    >
      <Icon name={props.icon} large />
      <span>
        {props.label} <NavCount item={props} />
      </span>
    </a>
  );
};
