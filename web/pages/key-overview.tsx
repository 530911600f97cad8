import { KeyOverview } from "../features/keys/key-overview.tsx";
import { navItems } from "../features/shell/nav-items.ts";

/** The overview of shortcuts, with the places there are. */
export default function KeysOverPage(props: { onClose: () => void }) {
  return <KeyOverview places={navItems} onClose={props.onClose} />;
}
