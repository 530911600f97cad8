import { createUniqueId, For, Show } from "solid-js";
import "./field.css";
import "./segmented.css";

interface SegmentedProps<Value extends string> {
  label: string;
  /** Draw the name above; otherwise it is only read aloud. */
  isLabelShown?: boolean;
  hint?: string | undefined;
  error?: string | undefined;
  value: Value | null;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}

/** A few choices side by side, one of them black. */
export const Segmented = <Value extends string>(props: SegmentedProps<Value>) => {
  const id = createUniqueId();
  const note = () => props.error ?? props.hint;
  return (
    <div
      class="field"
      classList={{ "field-wrong": props.error !== undefined }}
      role="radiogroup"
      aria-label={props.label}
      aria-describedby={note() === undefined ? undefined : `${id}-note`}
    >
      <Show when={props.isLabelShown !== false}>
        <span class="group-label t2" aria-hidden="true">
          {props.label}
        </span>
      </Show>
      <div class="segmented">
        <For each={props.options}>
          {(option) => (
            <label class="segment">
              <input
                type="radio"
                name={id}
                value={option.value}
                checked={option.value === props.value}
                onChange={() => props.onChange(option.value)}
              />
              <span>{option.label}</span>
            </label>
          )}
        </For>
      </div>
      <Show when={note()}>
        <p class="field-note t2" id={`${id}-note`}>
          {note()}
        </p>
      </Show>
    </div>
  );
};
