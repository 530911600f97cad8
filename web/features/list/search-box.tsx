import { t } from "../../i18n/messages.ts";
import { ariaKeys, createShortcut } from "../../platform/shortcut.ts";
import { Icon } from "../../ui/icon.tsx";
import { Key } from "../../ui/key.tsx";
import "./search-box.css";

/** Filters while one types; `/` goes there. */
export const SearchBox = (props: { query: string; onSearch: (query: string) => void }) => {
  let input!: HTMLInputElement;
  createShortcut("/", () => input.focus());
  return (
    <search class="search">
      <Icon name="icon-search" />
      <input
        ref={input}
        class="t2"
        type="search"
        aria-label={t.app.tickets.search}
        aria-keyshortcuts={ariaKeys("/")}
        placeholder={t.app.tickets.searchHint}
        value={props.query}
        onInput={(event) => props.onSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") props.onSearch("");
        }}
      />
      <Key keys="/" />
    </search>
  );
};
