import { useLocation } from "@solidjs/router";
import { For } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { Logo } from "../../parts/logo.tsx";
import { NewTicketButton } from "../../parts/new-ticket-button.tsx";
import { openOverlay } from "../../parts/overlays.ts";
import { useDevice } from "../../parts/session-context.ts";
import { initialsOf } from "../../presentation/names.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { IconButton } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Key } from "../../ui/key.tsx";
import { NavCount } from "./nav-count.tsx";
import { isWithin, navItemsFor } from "./nav-items.ts";
import "./sidebar.css";

/** Desk only: the places at the left, oneself at the foot. */
export const Sidebar = () => {
  const device = useDevice();
  return (
    <header class="sidebar">
      <div class="sidebar-top">
        <a class="sidebar-logo" href="/">
          <Logo />
        </a>
        <IconButton
          label={t.palette.open}
          keys="mod+k"
          icon="icon-search"
          aria-haspopup="dialog"
          onClick={() => openOverlay("palette")}
        />
      </div>
      <NewTicketButton class="button button-outline sidebar-new">
        <Icon name="icon-plus" />
        <span>{t.app.newTicket}</span>
        <Key keys="c" />
      </NewTicketButton>
      <NavList />
      <button type="button" class="nav-item sidebar-keys t2" aria-haspopup="dialog" onClick={() => openOverlay("keys")}>
        <Icon name="icon-keyboard" />
        <span>{t.keys.short}</span>
        <Key keys="?" />
      </button>
      <a class="sidebar-me t2" href="/settings">
        <Avatar initials={initialsOf(device.me().username)} isMine size="large" />
        <span>{device.me().username}</span>
      </a>
    </header>
  );
};

/** The list of places; also what the menu of a tablet shows. */
export const NavList = (props: { onLeave?: () => void }) => {
  const location = useLocation();
  const device = useDevice();
  return (
    <nav aria-label={t.app.nav.main}>
      <ul class="nav-list">
        <For each={navItemsFor(device.me(), device.directory())}>
          {(item) => (
            <li>
              <a
                class="nav-item t2"
                classList={{ "nav-here": isWithin(location.pathname, item.href) }}
                href={item.href}
                aria-current={isWithin(location.pathname, item.href) ? "page" : undefined}
                onClick={() => props.onLeave?.()}
              >
                <Icon name={item.icon} />
                <span>{item.label}</span>
                <NavCount item={item} />
              </a>
            </li>
          )}
        </For>
      </ul>
    </nav>
  );
};
