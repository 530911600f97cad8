import "./key.css";

/** The key that does the same; drawn only, `aria-keyshortcuts` says it. */
export const Key = (props: { children: string }) => (
  <span class="key" aria-hidden="true">
    {props.children}
  </span>
);
