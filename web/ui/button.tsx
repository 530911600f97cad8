import { type JSX, Show, splitProps } from "solid-js";
import { ariaKeys, keyNames } from "../platform/shortcut.ts";
import type { ShortcutKeys } from "../platform/shortcuts.ts";
import { isInForce } from "../platform/single-keys.ts";
import "./button.css";
import { Icon } from "./icon.tsx";
import { Key } from "./key.tsx";

interface ButtonProps extends JSX.ButtonHTMLAttributes<HTMLButtonElement> {
  /** `main`: the one black button of a screen; `outline`; `words`: underlined words; `bare`: an icon or a quiet word. */
  kind?: "main" | "outline" | "words" | "bare";
  icon?: `icon-${string}`;
  /** Takes something away: the words turn red. */
  danger?: boolean;
  /** The shortcut that does the same: drawn at a desk, said to screen readers. */
  keys?: ShortcutKeys | undefined;
}

export const Button = (props: ButtonProps) => {
  const [own, rest] = splitProps(props, ["kind", "icon", "danger", "keys", "children", "class"]);
  return (
    <button
      type="button"
      aria-keyshortcuts={ariaKeys(own.keys)}
      {...rest}
      class={`button button-${own.kind ?? "outline"} ${own.class ?? ""}`}
      classList={{ "button-danger": own.danger === true }}
    >
      <Show when={own.icon}>{(icon) => <Icon name={icon()} large />}</Show>
      {own.children}
      <Show when={own.keys}>{(keys) => <Key keys={keys()} />}</Show>
    </button>
  );
};

/** A button that is only an icon; `label` is its name. */
export const IconButton = (
  props: JSX.ButtonHTMLAttributes<HTMLButtonElement> & {
    label: string;
    icon: `icon-${string}`;
    /** The shortcut that does the same, named when one points at the button. */
    keys?: ShortcutKeys;
  },
) => {
  const [own, rest] = splitProps(props, ["label", "icon", "keys"]);
  const title = () =>
    own.keys !== undefined && isInForce(own.keys) ? `${own.label} (${keyNames(own.keys).join(" ")})` : own.label;
  return (
    <button
      type="button"
      aria-keyshortcuts={ariaKeys(own.keys)}
      {...rest}
      class="button button-bare button-icon"
      aria-label={own.label}
      title={title()}
    >
      <Icon name={own.icon} large />
    </button>
  );
};
