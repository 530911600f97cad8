import { filterTickets } from "../features/list/filter-tickets.ts";
import { Palette } from "../features/palette/palette.tsx";
import { navItems } from "../features/shell/nav-items.ts";
import { useDevice } from "../parts/session-context.ts";
import { now } from "../platform/now.ts";

/** The palette over the places of the app and the list's own search. */
export default function PaletteOverPage(props: { onClose: () => void }) {
  const device = useDevice();
  const findTickets = (query: string) =>
    filterTickets(device.tickets(), { view: "all", query }, device.directory(), now());
  return <Palette places={navItems} findTickets={findTickets} onClose={props.onClose} />;
}
