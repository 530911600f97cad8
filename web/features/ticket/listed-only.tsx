import { For, Show } from "solid-js";
import type { TicketSummary } from "../../../shared/ticket/summary.ts";
import { t } from "../../i18n/messages.ts";
import { BackButton } from "../../parts/back-button.tsx";
import { FactLine } from "../../parts/fact-line.tsx";
import { useDevice } from "../../parts/session-context.ts";
import { StatusMark } from "../../parts/status-mark.tsx";
import { SyncPill } from "../../parts/sync/sync-pill.tsx";
import { createDocumentTitle } from "../../platform/document-title.ts";
import { isPhone } from "../../platform/layout.ts";
import { now } from "../../platform/now.ts";
import { factsOf } from "../../presentation/facts.ts";
import { titleOf } from "../../presentation/names.ts";
import { PageHead } from "../../ui/page-head.tsx";
import "./description.css";
import "./ticket-view.css";

/** A ticket of which this device has the list row and no more: what the row says, and that the rest is still to come. */
export const ListedOnly = (props: { summary: TicketSummary }) => {
  const device = useDevice();
  const facts = () => factsOf(props.summary, { directory: device.directory(), nowMs: now() });
  createDocumentTitle(() => titleOf(props.summary));
  return (
    <div class="pane ticket-pane">
      <PageHead
        before={<Show when={isPhone()}>{<BackButton home="/tickets" />}</Show>}
        name={
          <Show when={props.summary.state.number}>
            {(number) => <span class="figures">{t.words.number(number())}</span>}
          </Show>
        }
      >
        <SyncPill />
      </PageHead>
      <article class="ticket">
        <h1 class="t5">{titleOf(props.summary)}</h1>
        <p class="ticket-meta">
          <StatusMark state={props.summary.state} />
        </p>
        <p class="listed-only t2 ink-2" role="status">
          {t.ticket.listedOnly}
        </p>
        <dl class="facts facts-grid">
          <For each={facts()}>{(fact) => <FactLine fact={fact} />}</For>
        </dl>
        <p class="description-plain">{props.summary.brief}</p>
      </article>
    </div>
  );
};
