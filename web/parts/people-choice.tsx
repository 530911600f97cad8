import { For, Show } from "solid-js";
import type { Person } from "../../shared/access/directory.ts";
import type { UserId } from "../../shared/ids.ts";
import { Icon } from "../ui/icon.tsx";
import "../ui/field.css";
import "./people-choice.css";

interface PeopleChoiceProps {
  label: string;
  hint?: string;
  people: readonly Person[];
  /** In the order in which they were chosen. */
  chosen: readonly UserId[];
  onChange: (chosen: UserId[]) => void;
}

/** Any number of people, in order. */
export const PeopleChoice = (props: PeopleChoiceProps) => {
  const toggle = (id: UserId) =>
    props.onChange(props.chosen.includes(id) ? props.chosen.filter((other) => other !== id) : [...props.chosen, id]);
  return (
    <fieldset class="people">
      <legend class="group-label t2">{props.label}</legend>
      <div class="people-list">
        <For each={props.people}>
          {(person) => (
            <button
              type="button"
              class="button button-outline people-chip"
              aria-pressed={props.chosen.includes(person.id)}
              onClick={() => toggle(person.id)}
            >
              <Show when={props.chosen.includes(person.id)}>
                <Icon name="icon-check" />
              </Show>
              {person.username}
            </button>
          )}
        </For>
      </div>
      <Show when={props.hint}>
        <p class="field-note t2">{props.hint}</p>
      </Show>
    </fieldset>
  );
};
