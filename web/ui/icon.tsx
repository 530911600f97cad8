import "./icon.css";

/** A Lucide icon by its class (`icon-check`), in the colour of the text around it. Never the only label of anything. */
export const Icon = (props: { name: `icon-${string}`; large?: boolean }) => (
  <span class={`icon ${props.name}`} classList={{ "large-icon": props.large === true }} aria-hidden="true" />
);
