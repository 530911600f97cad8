import { Index, Show } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { TextField } from "../../ui/field.tsx";
import type { SetupFormState } from "./create-setup.ts";

/** Step 3 of an empty workspace: who asks for work, and who does it. */
export const SetupDepartments = (props: { setup: SetupFormState }) => {
  const departments = () => props.setup.values.departments;
  const remove = (place: number) => props.setup.set({ departments: departments().filter((_, at) => at !== place) });
  const add = () => props.setup.set({ departments: [...departments(), { name: "", is_creative: false }] });
  return (
    <>
      <p class="ink-2">{t.setup.departments.intro}</p>
      <ul class="setup-departments">
        <Index each={departments()}>
          {(department, place) => (
            <li>
              <fieldset class="setup-department" aria-label={t.setup.departments.name(place + 1)}>
                <TextField
                  label={t.setup.departments.name(place + 1)}
                  name={`department-${place + 1}`}
                  autocomplete="off"
                  required
                  maxLength={100}
                  value={department().name}
                  onInput={(event) => props.setup.setDepartment(place, { name: event.currentTarget.value })}
                />
                <Show when={departments().length > 1}>
                  <IconButton
                    label={t.setup.departments.remove(department().name || t.setup.departments.name(place + 1))}
                    icon="icon-x"
                    onClick={() => remove(place)}
                  />
                </Show>
                <Checkbox
                  label={t.setup.departments.isCreative}
                  checked={department().is_creative}
                  onChange={(is_creative) => props.setup.setDepartment(place, { is_creative })}
                />
              </fieldset>
            </li>
          )}
        </Index>
      </ul>
      <div>
        <Button kind="words" onClick={add}>
          {t.setup.departments.add}
        </Button>
      </div>
      <Show when={!departments().some(({ is_creative }) => is_creative)}>
        <p class="t2 ink-2" role="status">
          {t.setup.departments.noCreative}
        </p>
      </Show>
    </>
  );
};
