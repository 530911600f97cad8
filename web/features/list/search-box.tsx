import { Show } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { ariaKeys, createShortcut } from "../../platform/shortcut.ts";
import { Icon } from "../../ui/icon.tsx";
import { Key } from "../../ui/key.tsx";
import { useList } from "./list-state.tsx";
import "./search-box.css";

/** Finds while one types, over everything on the device; `/` goes there. Arrow down goes into what was found, Enter opens the first of it. */
export const SearchBox = () => {
  const list = useList();
  let input!: HTMLInputElement;
  createShortcut("/", () => {
    input.focus();
    input.select();
  });
  const clear = () => {
    list.search("");
    input.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Escape" && list.query().text === "") input.blur();
    else if (event.key === "Escape") list.search("");
    else if (event.key === "ArrowDown") list.enter("focus");
    else if (event.key === "Enter") list.enter("open");
    else return;
    event.preventDefault();
  };
  return (
    <search class="search">
      <Icon name="icon-search" />
      <input
        ref={input}
        class="t2"
        type="search"
        aria-label={t.list.search}
        aria-keyshortcuts={ariaKeys("/")}
        placeholder={t.list.searchHint}
        autocomplete="off"
        enterkeyhint="search"
        value={list.query().text}
        onInput={(event) => list.search(event.currentTarget.value)}
        onKeyDown={press}
      />
      <Show when={list.query().text !== ""} fallback={<Key keys="/" />}>
        <button type="button" class="search-clear" aria-label={t.list.clearSearch} onClick={clear}>
          <Icon name="icon-x" />
        </button>
      </Show>
    </search>
  );
};
