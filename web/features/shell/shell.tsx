import { A, useLocation, useNavigate } from "@solidjs/router";
import { type JSX, Show } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { useDevice } from "../../parts/session-context.ts";
import { SyncAnnouncer } from "../../parts/sync/sync-announcer.tsx";
import { isDesk, isPhone } from "../../platform/layout.ts";
import { createShortcut } from "../../platform/shortcut.ts";
import { awaitingApproval } from "../../presentation/approval-queue.ts";
import type { Device } from "../../sync/device.ts";
import { Sidebar } from "./sidebar.tsx";
import { StorageNotices } from "./storage-notices.tsx";
import { TabBar } from "./tab-bar.tsx";
import { UpdateBar } from "./update-bar.tsx";
import "./shell.css";

/** What stands around every page of somebody signed in. */
export const Shell = (props: { children?: JSX.Element }) => {
  const navigate = useNavigate();
  const device = useDevice();
  const location = useLocation();
  const hasTabs = () => isPhone() && !takesTabs(location.pathname, device);
  createShortcut("c", () => navigate("/tickets/new"));
  return (
    <div class="shell" classList={{ "shell-tabs": hasTabs() }}>
      <Show when={isDesk()}>
        <Sidebar />
      </Show>
      <div class="shell-main">
        <UpdateBar />
        <SessionNotice />
        <StorageNotices />
        {props.children}
      </div>
      <Show when={hasTabs()}>
        <TabBar />
      </Show>
      <SyncAnnouncer />
    </div>
  );
};

/** Wherever there is a decision, its bar takes the place of the tabs: on a ticket, and while approvals wait. */
const takesTabs = (pathname: string, device: Device): boolean =>
  pathname.startsWith("/tickets/") ||
  (pathname === "/approvals" && awaitingApproval(device.tickets(), device.me(), device.directory()).length > 0);

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
