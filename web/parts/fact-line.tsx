import { For, Show } from "solid-js";
import type { Fact } from "../presentation/facts.ts";
import { PriorityMark } from "./marks.tsx";
import "./facts.css";

/** A fact of a ticket, for a `dl` of the class `facts`. */
export const FactLine = (props: { fact: Fact }) => (
  <div class="fact">
    <dt class="t2 ink-3">{props.fact.label}</dt>
    <dd>
      <Show when={props.fact.priority}>
        {(priority) => (
          <p class="fact-value">
            <PriorityMark priority={priority()} />
          </p>
        )}
      </Show>
      <For each={props.fact.lines}>
        {(line) => (
          <>
            <p class="fact-value">{line.value}</p>
            <Show when={line.note}>
              <p class="fact-note t2" classList={{ "fact-late": props.fact.isLate === true }}>
                {line.note}
              </p>
            </Show>
          </>
        )}
      </For>
    </dd>
  </div>
);
