import { A, useLocation, useNavigate } from "@solidjs/router";
import { type JSX, Show } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { useDevice } from "../../parts/session-context.ts";
import { SyncAnnouncer } from "../../parts/sync/sync-announcer.tsx";
import { isDesk, isPhone } from "../../platform/layout.ts";
import { createShortcut } from "../../platform/shortcut.ts";
import { Sidebar } from "./sidebar.tsx";
import { StorageNotices } from "./storage-notices.tsx";
import { TabBar } from "./tab-bar.tsx";
import { UpdateBar } from "./update-bar.tsx";
import "./shell.css";

/** What stands around every page of somebody signed in. */
export const Shell = (props: { children?: JSX.Element }) => {
  const navigate = useNavigate();
  createShortcut("c", () => navigate("/tickets/new"));
  return (
    <div class="shell" classList={{ "shell-tabs": isPhone() && hasTabs(useLocation().pathname) }}>
      <Show when={isDesk()}>
        <Sidebar />
      </Show>
      <div class="shell-main">
        <UpdateBar />
        <SessionNotice />
        <StorageNotices />
        {props.children}
      </div>
      <Show when={isPhone() && hasTabs(useLocation().pathname)}>
        <TabBar />
      </Show>
      <SyncAnnouncer />
    </div>
  );
};

/** On a ticket the bar of its actions takes the place of the tabs. */
const hasTabs = (pathname: string): boolean => !pathname.startsWith("/tickets/");

const SessionNotice = () => {
  const device = useDevice();
  return (
    <Show when={device.sessionEnded()}>
      <p class="update-bar t2" role="status">
        {t.app.sessionEnded}{" "}
        <A class="words" href="/login">
          {t.access.login.submit}
        </A>
      </p>
    </Show>
  );
};
