import { useNavigate } from "@solidjs/router";
import { createContext, type JSX, Show, useContext } from "solid-js";
import { t } from "../i18n/messages.ts";
import { IconButton } from "../ui/button.tsx";
import "./neighbours.css";

/** Addresses of the tickets before and after the open one in the list it was opened from. */
interface Neighbours {
  previous(): string | null;
  next(): string | null;
}

const NeighboursContext = createContext<Neighbours>();

export const NeighboursProvider = (props: { value: Neighbours; children: JSX.Element }) => (
  <NeighboursContext.Provider value={props.value}>{props.children}</NeighboursContext.Provider>
);

/** Up and down the list without leaving the ticket. */
export const NeighbourButtons = () => {
  const neighbours = useContext(NeighboursContext);
  const navigate = useNavigate();
  const go = (href: string | null) => href !== null && navigate(href);
  return (
    <Show when={neighbours}>
      {(there) => (
        <span class="neighbours">
          <IconButton
            label={t.list.previous}
            icon="icon-chevron-up"
            disabled={there().previous() === null}
            onClick={() => go(there().previous())}
          />
          <IconButton
            label={t.list.next}
            icon="icon-chevron-down"
            disabled={there().next() === null}
            onClick={() => go(there().next())}
          />
        </span>
      )}
    </Show>
  );
};
