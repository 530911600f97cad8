import { For } from "solid-js";

export interface TableData {
  /** The first names the rows. */
  columns: readonly string[];
  rows: readonly { name: string; values: readonly number[] }[];
}

/** What a figure shows, number by number. */
export const FigureTable = (props: TableData & { caption: string }) => (
  <table class="figure-table t2">
    <caption class="aloud">{props.caption}</caption>
    <thead>
      <tr>
        <For each={props.columns}>{(column) => <th scope="col">{column}</th>}</For>
      </tr>
    </thead>
    <tbody>
      <For each={props.rows}>
        {(row) => (
          <tr>
            <th scope="row">{row.name}</th>
            <For each={row.values}>{(value) => <td>{value}</td>}</For>
          </tr>
        )}
      </For>
    </tbody>
  </table>
);
