import { For } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { columns } from "./list-query.ts";
import { useList } from "./list-state.tsx";

/** In which order, where there are no headers to press. */
export const OrderSelect = () => {
  const list = useList();
  const choose = (value: string) => {
    const by = columns.find((column) => column === value);
    list.ask({ sort: by === undefined ? null : { by, isDescending: by === "priority" || by === "number" } });
  };
  return (
    <label class="order-select t2">
      <span>{t.list.order}</span>
      <select onChange={(event) => choose(event.currentTarget.value)}>
        <option value="" selected={list.query().sort === null}>
          {list.query().text === "" ? t.list.orders.newest : t.list.orders.best}
        </option>
        <For each={columns}>
          {(column) => (
            <option value={column} selected={list.query().sort?.by === column}>
              {t.list.columns[column]}
            </option>
          )}
        </For>
      </select>
    </label>
  );
};
