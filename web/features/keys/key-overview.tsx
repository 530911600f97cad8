import { For, Show } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { SingleKeysChoice } from "../../parts/single-keys-choice.tsx";
import { actionOf, keyNames } from "../../platform/shortcut.ts";
import { keysOfPlace, type ShortcutKeys, shortcutGroups, shortcuts } from "../../platform/shortcuts.ts";
import { Sheet } from "../../ui/sheet.tsx";
import "./key-overview.css";

/** All shortcuts, and the switch for those of a single key. `places`: addresses there are, so that no key leads nowhere. */
export const KeyOverview = (props: { places: readonly { href: string }[]; onClose: () => void }) => {
  const all = Object.keys(shortcuts) as ShortcutKeys[];
  const leads = (keys: ShortcutKeys) =>
    shortcuts[keys].group !== "goTo" || props.places.some(({ href }) => keysOfPlace[href] === keys);
  return (
    <Sheet title={t.keys.heading} onClose={props.onClose}>
      <div class="key-groups">
        <For each={shortcutGroups}>
          {(group) => (
            <section class="key-group">
              <h3 class="t2 ink-2">{t.keys.groups[group]}</h3>
              <dl>
                <For each={all.filter((keys) => shortcuts[keys].group === group && leads(keys))}>
                  {(keys) => (
                    <div class="key-line t2">
                      <dt>
                        <Names keys={keys} />
                      </dt>
                      <dd>{t.keys.does[actionOf(keys)]}</dd>
                    </div>
                  )}
                </For>
              </dl>
            </section>
          )}
        </For>
      </div>
      <div class="key-switch">
        <SingleKeysChoice />
      </div>
    </Sheet>
  );
};

const Names = (props: { keys: ShortcutKeys }) => (
  <For each={keyNames(props.keys)}>
    {(name, index) => (
      <>
        <Show when={index() > 0 && props.keys.includes(" ")}>
          <span class="t1 ink-2">{t.keys.andThen}</span>
        </Show>
        <kbd class="key-cap">{name}</kbd>
      </>
    )}
  </For>
);
