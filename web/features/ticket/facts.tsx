import { For } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { FactLine } from "../../parts/fact-line.tsx";
import { factsOf } from "../../presentation/facts.ts";
import { Icon } from "../../ui/icon.tsx";
import { useTicketPage } from "./ticket-context.ts";

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
