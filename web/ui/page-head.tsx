import { type JSX, Show } from "solid-js";
import "./page-head.css";

interface PageHeadProps {
  /** Way back, menu or crumbs, before the name. */
  before?: JSX.Element;
  /** The page's short name; a heading only where the page has no larger one. */
  name?: JSX.Element;
  children?: JSX.Element;
}

/** The line at the top of every page: where one is at the left, the state of sync at the right. */
export const PageHead = (props: PageHeadProps) => (
  <header class="page-head">
    {props.before}
    <Show when={props.name}>
      <div class="page-name t3">{props.name}</div>
    </Show>
    <div class="page-tools">{props.children}</div>
  </header>
);
