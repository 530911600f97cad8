import { createMemo, ErrorBoundary, lazy, Show, Suspense } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { FirstDownload } from "../../parts/first-download.tsx";
import { NewTicketButton } from "../../parts/new-ticket-button.tsx";
import { useDevice } from "../../parts/session-context.ts";
import { createAfterFirstPaint } from "../../platform/after-first-paint.ts";
import { now } from "../../platform/now.ts";
import { myDayOf } from "../../presentation/my-day.ts";
import { Section } from "../../ui/section.tsx";
import { Approvals } from "./approvals.tsx";
import { MyTasks } from "./my-tasks.tsx";
import { Pipeline } from "./pipeline.tsx";
import "./home-view.css";

const Figures = lazy(() => import("./figures/figures.tsx"));

/** Says first, shows second: a sentence, where everything stands, what waits for one, how it all goes. */
export const HomeView = () => {
  const device = useDevice();
  const day = createMemo(() => myDayOf(device.tickets(), device.me(), device.directory(), now()));
  const isPainted = createAfterFirstPaint();
  const isNew = () => device.tickets().length === 0;
  // Without a word from the server nobody can say that there is nothing.
  const isArriving = () => device.progress() !== null || (isNew() && device.lastContact() === null);
  const sentence = () => {
    if (isArriving()) return t.home.arriving;
    return isNew() ? t.home.welcome(device.me().username) : day().sentence;
  };
  return (
    <div class="home">
      <h1 class="t5">{sentence()}</h1>
      <FirstDownload />
      <Pipeline />
      <Show when={!isNew()} fallback={<NothingYet isArriving={isArriving()} />}>
        <div class="home-lists">
          <Show when={day().approvals.length > 0}>
            <Approvals tickets={day().approvals} />
          </Show>
          <MyTasks onNow={day().onNow} tasks={day().tasks} />
        </div>
        <ErrorBoundary fallback={<p class="t2 ink-2">{t.home.figures.failed}</p>}>
          <Suspense>
            <Show when={isPainted()}>
              <Figures />
            </Show>
          </Suspense>
        </ErrorBoundary>
      </Show>
    </div>
  );
};

/** The rule above is empty; this says how it fills. */
const NothingYet = (props: { isArriving: boolean }) => (
  <Show when={!props.isArriving}>
    <Section title={t.home.empty.title}>
      <p class="home-none t2 ink-2">{t.home.empty.text}</p>
      <NewTicketButton class="button button-words">{t.app.newTicket}</NewTicketButton>
    </Section>
  </Show>
);
