import { createSignal, Show } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { NewTicketButton } from "../../parts/new-ticket-button.tsx";
import { isDesk, isPhone } from "../../platform/layout.ts";
import { IconButton } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { NavList } from "./sidebar.tsx";

/** Tablet only: where neither the bar of a phone nor the sidebar of a desk stands. */
export const MenuButton = () => {
  const [isOpen, setOpen] = createSignal(false);
  return (
    <Show when={!isPhone() && !isDesk()}>
      <IconButton label={t.app.nav.menu} icon="icon-menu" onClick={() => setOpen(true)} />
      <Show when={isOpen()}>
        <Sheet title={t.app.name} onClose={() => setOpen(false)}>
          <NavList onLeave={() => setOpen(false)} />
          {/* Leaves with the page it opens. */}
          <NewTicketButton class="button button-outline">
            <Icon name="icon-plus" large />
            {t.app.newTicket}
          </NewTicketButton>
        </Sheet>
      </Show>
    </Show>
  );
};
