import { createUniqueId, For } from "solid-js";
import "./choice-list.css";

interface ChoiceListProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string; hint: string }[];
  onChange: (value: Value) => void;
}

/** A few choices that each need a sentence, one above the other. */
export const ChoiceList = <Value extends string>(props: ChoiceListProps<Value>) => {
  const id = createUniqueId();
  return (
    <div class="choices" role="radiogroup" aria-label={props.label}>
      <For each={props.options}>
        {(option) => (
          <label class="choice">
            <input
              type="radio"
              name={id}
              aria-describedby={`${id}-${option.value}`}
              checked={option.value === props.value}
              onChange={() => props.onChange(option.value)}
            />
            <span class="choice-name">{option.label}</span>
            <span class="choice-hint t2" id={`${id}-${option.value}`}>
              {option.hint}
            </span>
          </label>
        )}
      </For>
    </div>
  );
};
