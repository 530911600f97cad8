import { KeyOverview } from "../features/keys/key-overview.tsx";
import { navItemsFor } from "../features/shell/nav-items.ts";
import { useDevice } from "../parts/session-context.ts";

/** The overview of shortcuts, with the places there are. */
export default function KeysOverPage(props: { onClose: () => void }) {
  const device = useDevice();
  return <KeyOverview places={navItemsFor(device.me(), device.directory())} onClose={props.onClose} />;
}
