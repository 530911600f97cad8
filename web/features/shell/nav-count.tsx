import { createMemo, Show } from "solid-js";
import { useDevice } from "../../parts/session-context.ts";
import { awaitingApproval } from "../../presentation/approval-queue.ts";
import type { NavItem } from "./nav-items.ts";

/** How many wait there; nothing where none do. */
export const NavCount = (props: { item: NavItem }) => {
  const device = useDevice();
  const count = createMemo(() =>
    props.item.href === "/approvals" && device.isWhole()
      ? awaitingApproval(device.tickets(), device.me(), device.directory()).length
      : 0,
  );
  return <Show when={count() > 0}>{<span class="nav-count figures">{count()}</span>}</Show>;
};
