import { DropdownMenu } from "@kobalte/core/dropdown-menu";
import { For, type JSX } from "solid-js";
import { Icon } from "../../ui/icon.tsx";
import type { FacetOption } from "./facet-options.ts";
import "./filter-menu.css";

interface FilterMenuProps {
  options: readonly FacetOption[];
  chosen: readonly string[];
  onToggle: (value: string) => void;
  class: string;
  /** What the button says. */
  children: JSX.Element;
}

/** A button with the choices of one filter under it; opens as soon as it is there. Loaded when it is first asked for. */
export default function FilterMenu(props: FilterMenuProps) {
  return (
    <DropdownMenu defaultOpen modal={false} gutter={4} placement="bottom-start">
      <DropdownMenu.Trigger class={props.class}>{props.children}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content class="menu t2">
          <For each={props.options}>
            {(option) => (
              <DropdownMenu.CheckboxItem
                class="menu-item"
                closeOnSelect={false}
                checked={props.chosen.includes(option.value)}
                onChange={() => props.onToggle(option.value)}
              >
                <span class="menu-check">
                  <DropdownMenu.ItemIndicator>
                    <Icon name="icon-check" />
                  </DropdownMenu.ItemIndicator>
                </span>
                <DropdownMenu.ItemLabel>{option.label}</DropdownMenu.ItemLabel>
              </DropdownMenu.CheckboxItem>
            )}
          </For>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  );
}
