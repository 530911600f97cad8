import { filterTickets } from "../features/list/filter-tickets.ts";
import { readQuery } from "../features/list/list-query.ts";
import { Palette } from "../features/palette/palette.tsx";
import { navItemsFor } from "../features/shell/nav-items.ts";
import { useDevice } from "../parts/session-context.ts";
import { now } from "../platform/now.ts";

const everything = readQuery("");

/** The palette over the places of the app and the list's own search. */
export default function PaletteOverPage(props: { typed: string; onClose: () => void }) {
  const device = useDevice();
  const findTickets = (query: string) =>
    filterTickets(device.tickets(), everything, device.find(query), device.me().id, now());
  return (
    <Palette
      typed={props.typed}
      places={navItemsFor(device.me(), device.directory())}
      findTickets={findTickets}
      onClose={props.onClose}
    />
  );
}
