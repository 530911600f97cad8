import { createMemo, For, Show } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { useDevice } from "../../parts/session-context.ts";
import { TicketRow } from "../../parts/ticket-row.tsx";
import { now } from "../../platform/now.ts";
import { myDayOf } from "../../presentation/my-day.ts";
import { Section } from "../../ui/section.tsx";
import { Pipeline } from "./pipeline.tsx";
import "./home-view.css";

/** Says first, shows second: a sentence, where everything stands, what needs one, what is one's own to do. */
export const HomeView = () => {
  const device = useDevice();
  const day = createMemo(() => myDayOf(device.tickets(), device.me(), device.directory(), now()));
  return (
    <div class="home">
      <h1 class="t5">{day().sentence}</h1>
      <Pipeline />
      <div class="home-lists">
        <Show when={day().needsMe.length > 0}>
          <Section title={t.app.home.needsYou} count={day().needsMe.length}>
            <ul>
              <For each={day().needsMe.slice(0, shownAtMost)}>
                {(listed) => (
                  <li class="home-row">
                    <TicketRow listed={listed} />
                  </li>
                )}
              </For>
            </ul>
          </Section>
        </Show>
        <Section title={t.app.home.myTasks} count={day().tasks.length}>
          <Show when={day().tasks.length > 0} fallback={<p class="t2 ink-2">{t.app.home.myTasksEmpty}</p>}>
            <ul>
              <For each={day().tasks.slice(0, shownAtMost)}>
                {(listed) => (
                  <li class="home-row">
                    <TicketRow listed={listed} />
                  </li>
                )}
              </For>
            </ul>
          </Show>
        </Section>
      </div>
    </div>
  );
};

/** The lists say what is pressing; all of it is in the ticket list. */
const shownAtMost = 12;
