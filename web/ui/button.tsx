import { type JSX, Show, splitProps } from "solid-js";
import "./button.css";
import { Icon } from "./icon.tsx";

interface ButtonProps extends JSX.ButtonHTMLAttributes<HTMLButtonElement> {
  /** `main`: the one black button of a screen; `outline`; `words`: underlined words; `bare`: an icon or a quiet word. */
  kind?: "main" | "outline" | "words" | "bare";
  icon?: `icon-${string}`;
  /** Takes something away: the words turn red. */
  danger?: boolean;
}

export const Button = (props: ButtonProps) => {
  const [own, rest] = splitProps(props, ["kind", "icon", "danger", "children", "class"]);
  return (
    <button
      type="button"
      {...rest}
      class={`button button-${own.kind ?? "outline"} ${own.class ?? ""}`}
      classList={{ "button-danger": own.danger === true }}
    >
      <Show when={own.icon}>{(icon) => <Icon name={icon()} large />}</Show>
      {own.children}
    </button>
  );
};

/** A button that is only an icon; `label` is its name. */
export const IconButton = (
  props: JSX.ButtonHTMLAttributes<HTMLButtonElement> & { label: string; icon: `icon-${string}` },
) => {
  const [own, rest] = splitProps(props, ["label", "icon"]);
  return (
    <button type="button" {...rest} class="button button-bare button-icon" aria-label={own.label} title={own.label}>
      <Icon name={own.icon} large />
    </button>
  );
};
