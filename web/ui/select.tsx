import { For } from "solid-js";
import { Field } from "./field.tsx";
import { Icon } from "./icon.tsx";

interface SelectProps<Value extends string> {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  value: Value | "";
  /** Shown while nothing is chosen; with `isOptional` it can be chosen again. */
  placeholder: string;
  isOptional?: boolean;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value | "") => void;
}

/** The device's own picker, on a line. */
export const Select = <Value extends string>(props: SelectProps<Value>) => {
  const choose = (event: Event & { currentTarget: HTMLSelectElement }) => {
    props.onChange(event.currentTarget.value as Value | "");
    // What was chosen may not be what stands there now.
    event.currentTarget.value = props.value;
  };
  return (
    <Field label={props.label} hint={props.hint} error={props.error}>
      {(control) => (
        <div class="select">
          <select {...control} class="line" onChange={choose}>
            <option value="" selected={props.value === ""} disabled={props.isOptional !== true}>
              {props.placeholder}
            </option>
            <For each={props.options}>
              {(option) => (
                <option value={option.value} selected={option.value === props.value}>
                  {option.label}
                </option>
              )}
            </For>
          </select>
          <Icon name="icon-chevron-down" large />
        </div>
      )}
    </Field>
  );
};
