import { createSignal, lazy, Show, Suspense } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { createAfterFirstPaint } from "../../platform/after-first-paint.ts";
import { createDocumentTitle } from "../../platform/document-title.ts";
import { isWide } from "../../platform/layout.ts";
import type { OpenTicket } from "../../sync/device.ts";
import { NextTask } from "../../ui/next-task.tsx";
import { ActionBar, Decision, OtherActions } from "./action-bar.tsx";
import { Description } from "./description.tsx";
import { FactsColumn, FactsGrid } from "./facts.tsx";
import { HolderLine } from "./holder-line.tsx";
import { News } from "./news.tsx";
import { otherActions } from "./other-actions.ts";
import { Pending } from "./pending.tsx";
import { type Asking, actAtOnce, isAsking, type Startable } from "./startable.ts";
import { Stepper } from "./stepper.tsx";
import { Stream } from "./stream.tsx";
import { createTicketCommands } from "./ticket-commands.ts";
import { createTicketPage, TicketPageContext, useTicketPage } from "./ticket-context.ts";
import { TicketHead } from "./ticket-head.tsx";
import { TicketTitle } from "./ticket-title.tsx";
import "./ticket-view.css";

const ActionDialog = lazy(() => import("./dialogs/action-dialog.tsx"));

/** A submitted ticket: where it stands, what it says, what was said about it, and what one may do. */
export const TicketView = (props: { open: OpenTicket }) => {
  const [asked, setAsked] = createSignal<Asking | null>(null);
  // What was said stands below what is asked for, and can be long.
  const isPainted = createAfterFirstPaint();
  const start = (type: Startable) => (isAsking(type) ? setAsked(type) : actAtOnce(props.open, type));
  const page = createTicketPage(props.open, start);
  createTicketCommands(page);
  createDocumentTitle(() => page.ticket().fields.title);
  return (
    <TicketPageContext.Provider value={page}>
      <div class="pane ticket-pane">
        <TicketHead />
        <div class="ticket-columns">
          <article class="ticket">
            <NextTask>
              <TicketTitle />
              <Stepper />
            </NextTask>
            <NextTask>
              <Show when={!isWide()}>
                <HolderLine />
              </Show>
              <Pending />
              <News />
              <Show when={!isWide()}>
                <FactsGrid />
              </Show>
            </NextTask>
            <NextTask>
              <Description />
            </NextTask>
            <Show when={isPainted()}>
              <Stream />
            </Show>
          </article>
          <Show when={isWide()}>
            <FactsPane />
          </Show>
        </div>
        <NextTask>
          <Show when={!isWide()}>
            <ActionBar />
          </Show>
        </NextTask>
      </div>
      <Show when={asked()}>
        {(type) => (
          <Suspense>
            <ActionDialog type={type()} onClose={() => setAsked(null)} />
          </Suspense>
        )}
      </Show>
    </TicketPageContext.Provider>
  );
};

/** On a wide desk: who holds it, what to do now, and the facts. */
const FactsPane = () => {
  const { offers, ticket } = useTicketPage();
  return (
    <aside class="facts-pane" aria-label={t.ticket.facts.heading}>
      <HolderLine />
      <div class="facts-actions">
        <Decision />
        <OtherActions actions={otherActions(offers(), ticket().state.status)} />
      </div>
      <FactsColumn />
    </aside>
  );
};
