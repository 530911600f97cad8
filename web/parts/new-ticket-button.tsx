import { useNavigate } from "@solidjs/router";
import type { JSX } from "solid-js";
import { ariaKeys } from "../platform/shortcut.ts";

/** The one way to a new ticket; how it looks is up to where it stands. `label` where its content does not say it. */
export const NewTicketButton = (props: { class: string; label?: string; children: JSX.Element }) => {
  const navigate = useNavigate();
  return (
    <button
      type="button"
      class={props.class}
      aria-label={props.label}
      aria-keyshortcuts={ariaKeys("c")}
      onClick={() => navigate("/tickets/new")}
    >
      {props.children}
    </button>
  );
};
