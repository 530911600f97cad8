import { t } from "../i18n/messages.ts";
import { Icon } from "./icon.tsx";
import "./quantity.css";

interface QuantityProps {
  id?: string;
  label?: string;
  value: number;
  max: number;
  onChange: (value: number) => void;
}

/** A count with a step either way; the number can be typed too. */
export const Quantity = (props: QuantityProps) => {
  const set = (value: number) => {
    if (Number.isInteger(value) && value >= 1 && value <= props.max) props.onChange(value);
  };
  return (
    <div class="quantity">
      <button type="button" aria-label={t.intake.less} disabled={props.value <= 1} onClick={() => set(props.value - 1)}>
        <Icon name="icon-minus" />
      </button>
      <input
        id={props.id}
        aria-label={props.label}
        type="number"
        inputmode="numeric"
        min={1}
        max={props.max}
        value={props.value}
        onInput={(event) => set(event.currentTarget.valueAsNumber)}
        onBlur={(event) => {
          event.currentTarget.value = String(props.value);
        }}
      />
      <button
        type="button"
        aria-label={t.intake.moreOf}
        disabled={props.value >= props.max}
        onClick={() => set(props.value + 1)}
      >
        <Icon name="icon-plus" />
      </button>
    </div>
  );
};
