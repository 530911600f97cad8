import { createSignal, createUniqueId, Index, type JSX, Show } from "solid-js";
import { Icon } from "../../ui/icon.tsx";
import type { FacetOption } from "./facet-options.ts";
import "./filter-menu.css";

interface FilterMenuProps {
  name: string;
  /** Asked for while it is open. */
  options: () => readonly FacetOption[];
  chosen: readonly string[];
  onToggle: (value: string) => void;
  class: string;
  /** What the button says. */
  children: JSX.Element;
}

/** A button with the choices of one filter under it, in the browser's own popover: it closes itself, and gives the focus back. */
export const FilterMenu = (props: FilterMenuProps) => {
  const id = createUniqueId();
  const [isOpen, setOpen] = createSignal(false);
  let button: HTMLButtonElement | undefined;
  let menu: HTMLFieldSetElement | undefined;
  const place = ({ newState }: ToggleEvent) => {
    setOpen(newState === "open");
    if (newState !== "open" || button === undefined || menu === undefined) return;
    const { left, bottom } = button.getBoundingClientRect();
    menu.style.setProperty("--left", `${left}px`);
    menu.style.setProperty("--top", `${bottom}px`);
  };
  const move = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined || menu === undefined) return;
    event.preventDefault();
    const choices = [...menu.querySelectorAll("input")];
    const at = choices.indexOf(document.activeElement as HTMLInputElement);
    choices[(at + step + choices.length) % choices.length]?.focus();
  };
  return (
    <>
      <button type="button" ref={button} class={props.class} popovertarget={id}>
        {props.children}
      </button>
      <fieldset
        ref={menu}
        id={id}
        popover
        class="menu t2"
        aria-label={props.name}
        on:beforetoggle={place}
        onKeyDown={move}
      >
        <Show when={isOpen()}>
          {/* By place, so that the one that was chosen keeps the focus. */}
          <Index each={props.options()}>
            {(option, index) => (
              <label class="menu-item">
                <input
                  type="checkbox"
                  autofocus={index === 0}
                  checked={props.chosen.includes(option().value)}
                  onChange={() => props.onToggle(option().value)}
                />
                <span class="menu-check">
                  <Icon name="icon-check" />
                </span>
                {option().label}
              </label>
            )}
          </Index>
        </Show>
      </fieldset>
    </>
  );
};

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
