import { createUniqueId, Show } from "solid-js";
import "./checkbox.css";

interface CheckboxProps {
  label: string;
  hint?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

export const Checkbox = (props: CheckboxProps) => {
  const hintId = createUniqueId();
  return (
    <div class="checkbox">
      <label>
        <input
          type="checkbox"
          checked={props.checked}
          aria-describedby={props.hint === undefined ? undefined : hintId}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
        />
        <span>{props.label}</span>
      </label>
      <Show when={props.hint}>
        <p class="t2 ink-2" id={hintId}>
          {props.hint}
        </p>
      </Show>
    </div>
  );
};
