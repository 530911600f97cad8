import { createSignal, type JSX, Show } from "solid-js";
import { t } from "../../../i18n/messages.ts";
import { Section } from "../../../ui/section.tsx";
import { FigureTable, type TableData } from "./figure-table.tsx";

interface FigureProps {
  title: string;
  /** Quiet words after the title. */
  unit?: string;
  table: TableData;
  children: JSX.Element;
}

/** A drawing and its numbers; one of the two is shown. */
export const Figure = (props: FigureProps) => {
  const [isTable, setTable] = createSignal(false);
  return (
    <Section
      class="figure"
      title={props.title}
      aside={
        <>
          <Show when={props.unit}>{(unit) => <span class="figure-unit t3 ink-3">{unit()}</span>}</Show>
          <button type="button" class="figure-toggle t2" aria-pressed={isTable()} onClick={() => setTable(!isTable())}>
            {t.home.figures.table}
          </button>
        </>
      }
    >
      <Show when={isTable()} fallback={props.children}>
        <FigureTable caption={props.title} {...props.table} />
      </Show>
    </Section>
  );
};
