import type { UserId } from "../../../shared/ids.ts";
import type { TabChannel, TabNotice } from "../core/ports.ts";

export const createTabChannel = (userId: UserId): TabChannel & { close(): void } => {
  const channel = new BroadcastChannel(`slate-${userId}`);
  return {
    post: (notice) => channel.postMessage(notice),
    listen: (listener) => {
      const hear = (event: MessageEvent<TabNotice>) => listener(event.data);
      channel.addEventListener("message", hear);
      return () => channel.removeEventListener("message", hear);
    },
    close: () => channel.close(),
  };
};
