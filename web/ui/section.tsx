import { createUniqueId, type JSX, Show } from "solid-js";
import "./section.css";

interface SectionProps {
  title: string;
  count?: number;
  /** Quiet words or marks at the right of the head. */
  aside?: JSX.Element;
  /** The region's name for screen readers, where it is not the title; null where it is no place to go to. */
  region?: string | null;
  class?: string;
  children: JSX.Element;
}

/** Opens with an ink line and a title: hairlines, not boxes. */
export const Section = (props: SectionProps) => {
  const id = createUniqueId();
  return (
    <section
      class={`section ${props.class ?? ""}`}
      aria-label={props.region ?? undefined}
      aria-labelledby={props.region === undefined ? id : undefined}
    >
      <div class="section-head">
        <h2 class="t3" id={id}>
          {props.title}
          <Show when={props.count}>{(count) => <span class="count"> {count()}</span>}</Show>
        </h2>
        {props.aside}
      </div>
      {props.children}
    </section>
  );
};
