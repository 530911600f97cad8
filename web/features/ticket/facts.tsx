import { For, Show } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { PriorityMark } from "../../parts/marks.tsx";
import { type Fact, factsOf } from "../../presentation/facts.ts";
import { Icon } from "../../ui/icon.tsx";
import { useTicketPage } from "./ticket-context.ts";
import "./facts.css";

/** Beside the ticket on a wide desk: one column, labels at the left. */
export const FactsColumn = () => {
  const { ticket, viewer } = useTicketPage();
  return (
    <dl class="facts facts-column">
      <For each={factsOf(ticket(), viewer())}>{(fact) => <FactLine fact={fact} />}</For>
    </dl>
  );
};

/** In the ticket elsewhere: two columns, what matters less folded into one line that says the gist. */
export const FactsGrid = () => {
  const { ticket, viewer } = useTicketPage();
  const facts = () => factsOf(ticket(), viewer());
  const gist = () => {
    const { fields, state } = ticket();
    const approvals = [state.deptApproval, state.creativeApproval].filter((step) => step !== null).length;
    return t.ticket.facts.more(t.words.priority[fields.priority], state.revisionCount, approvals);
  };
  return (
    <>
      <dl class="facts facts-grid">
        <For each={facts().filter((fact) => fact.isFirst)}>{(fact) => <FactLine fact={fact} />}</For>
      </dl>
      <details class="facts-more">
        <summary class="t3 ink-2">
          <span>{gist()}</span>
          <Icon name="icon-chevron-down" large />
        </summary>
        <dl class="facts facts-grid">
          <For each={facts().filter((fact) => !fact.isFirst)}>{(fact) => <FactLine fact={fact} />}</For>
        </dl>
      </details>
    </>
  );
};

const FactLine = (props: { fact: Fact }) => (
  <div class="fact">
    <dt class="t2 ink-3">{props.fact.label}</dt>
    <dd>
      <Show when={props.fact.priority}>
        {(priority) => (
          <p class="fact-value">
            <PriorityMark priority={priority()} />
          </p>
        )}
      </Show>
      <For each={props.fact.lines}>
        {(line) => (
          <>
            <p class="fact-value">{line.value}</p>
            <Show when={line.note}>
              <p class="fact-note t2" classList={{ "fact-late": props.fact.isLate === true }}>
                {line.note}
              </p>
            </Show>
          </>
        )}
      </For>
    </dd>
  </div>
);
