import { A, useLocation } from "@solidjs/router";
import { type JSX, Show } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { useDevice } from "../../parts/session-context.ts";
import { SyncAnnouncer } from "../../parts/sync/sync-announcer.tsx";
import { focusHeading } from "../../platform/focus.ts";
import { createKeptFocus } from "../../platform/keep-focus.ts";
import { isDesk, isPhone } from "../../platform/layout.ts";
import { createFallbackShortcut } from "../../platform/shortcut.ts";
import { awaitingApproval } from "../../presentation/approval-queue.ts";
import type { Device } from "../../sync/device.ts";
import { NextTask } from "../../ui/next-task.tsx";
import { createAppBadge } from "./app-badge.ts";
import { createPageFocus } from "./page-focus.ts";
import { stepThroughRows } from "./row-steps.ts";
import { Sidebar } from "./sidebar.tsx";
import { StorageNotices } from "./storage-notices.tsx";
import { TabBar } from "./tab-bar.tsx";
import { UpdateBar } from "./update-bar.tsx";
import "./shell.css";

/** What stands around every page of somebody signed in. `notice`: above the page, below what is more pressing. */
export const Shell = (props: { notice?: JSX.Element; children?: JSX.Element }) => {
  const device = useDevice();
  const location = useLocation();
  const hasTabs = () => isPhone() && !takesTabs(location.pathname, device);
  createPageFocus();
  createKeptFocus();
  createAppBadge();
  createFallbackShortcut("j", () => stepThroughRows(1));
  createFallbackShortcut("k", () => stepThroughRows(-1));
  return (
    <div class="shell" classList={{ "shell-tabs": hasTabs() }}>
      <SkipLink />
      <Show when={isDesk()}>
        <Sidebar />
      </Show>
      <div class="shell-main">
        <UpdateBar />
        <SessionNotice />
        <StorageNotices />
        <NextTask>{props.notice}</NextTask>
        {props.children}
      </div>
      <NextTask>
        <Show when={hasTabs()}>
          <TabBar />
        </Show>
      </NextTask>
      <SyncAnnouncer />
    </div>
  );
};

/** The first stop of Tab: past the places, to what the page is about. */
const SkipLink = () => (
  // biome-ignore lint/a11y/useValidAnchor: a link within the page; the router would take its address for a page.
  <a
    class="skip button button-outline"
    href="#content"
    onClick={(event) => {
      event.preventDefault();
      focusHeading();
    }}
  >
    {t.keys.skip}
  </a>
);

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
