import type { JSX } from "solid-js";
import { Dynamic } from "solid-js/web";
import "./empty.css";

/** An empty rule, what this place is, how it fills. Never an illustration. */
export const Empty = (props: {
  title: string;
  text: string;
  /** There is nothing else on the page: its title is the page's. */
  isPage?: boolean;
  children?: JSX.Element;
}) => (
  <div class="empty">
    <svg viewBox="0 0 98 6" width="98" height="6" aria-hidden="true">
      <path d="M0.5 0v5.5h97V0M24.5 2v3M49 2v3M73.5 2v3" fill="none" stroke="currentColor" />
    </svg>
    <Dynamic component={props.isPage === true ? "h1" : "h2"} class="t3">
      {props.title}
    </Dynamic>
    <p class="t2 ink-2">{props.text}</p>
    {props.children}
  </div>
);
