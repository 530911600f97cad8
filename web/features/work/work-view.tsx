import { A } from "@solidjs/router";
import { createMemo, type JSX, Show } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { FirstDownload } from "../../parts/first-download.tsx";
import { NewTicketButton } from "../../parts/new-ticket-button.tsx";
import { QuickActions } from "../../parts/quick-actions.tsx";
import { useDevice } from "../../parts/session-context.ts";
import { TicketRow } from "../../parts/ticket-row.tsx";
import { isDesk, isPhone } from "../../platform/layout.ts";
import { now } from "../../platform/now.ts";
import { holderOf } from "../../presentation/holder.ts";
import { myWorkOf } from "../../presentation/my-work.ts";
import type { ListedTicket } from "../../sync/device.ts";
import { Empty } from "../../ui/empty.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import { Sentence } from "../../ui/sentence.tsx";
import { WindowList } from "../../ui/window-list.tsx";
import "./work-view.css";

/** In rem. Where there is room a title needs one line. */
const rowHeight = () => {
  if (isPhone()) return 5.75;
  return isDesk() ? 4.5 : 5;
};

/** A person's own work: today, next, and what is somebody else's turn. */
export const WorkView = () => {
  const device = useDevice();
  const mine = createMemo(() => myWorkOf(device.tickets(), device.me(), device.directory(), now()));
  const isEmpty = () => mine().today.length + mine().next.length + mine().others.length === 0;
  return (
    <div class="work">
      <h1 class="t5">{device.progress() === null ? mine().sentence : t.home.arriving}</h1>
      <FirstDownload />
      <Show when={mine().approvals > 0}>
        <A class="work-approvals t2" href="/approvals">
          {t.work.approvals(mine().approvals)}
          <Icon name="icon-chevron-right" />
        </A>
      </Show>
      <Show when={!isEmpty()} fallback={<NothingYet />}>
        <div class="work-groups">
          <div>
            <Section title={t.work.today} count={mine().today.length}>
              <Show when={mine().today.length > 0} fallback={<p class="t2 ink-2">{t.work.todayEmpty}</p>}>
                <Rows tickets={mine().today} />
              </Show>
            </Section>
            <Show when={mine().next.length > 0}>
              <Section title={t.work.next} count={mine().next.length}>
                <Rows tickets={mine().next} />
              </Section>
            </Show>
          </div>
          <Show when={mine().others.length > 0}>
            <Section title={t.work.others} count={mine().others.length}>
              <Rows tickets={mine().others} noteOf={(listed) => <HeldBy listed={listed} />} />
            </Section>
          </Show>
        </div>
      </Show>
    </div>
  );
};

const Rows = (props: { tickets: readonly ListedTicket[]; noteOf?: (listed: ListedTicket) => JSX.Element }) => (
  <WindowList items={props.tickets} keyOf={({ summary }) => summary.id} rowHeight={rowHeight()}>
    {(listed) => (
      <TicketRow listed={listed()} note={props.noteOf?.(listed())} action={<QuickActions listed={listed()} />} />
    )}
  </WindowList>
);

/** Whose turn it is, and since when. */
const HeldBy = (props: { listed: ListedTicket }) => {
  const device = useDevice();
  const sentence = () =>
    holderOf(props.listed.summary, { me: device.me().id, directory: device.directory(), nowMs: now() }).sentence;
  return (
    <span class="row-parts">
      <Sentence text={sentence()} />
    </span>
  );
};

const NothingYet = () => {
  const device = useDevice();
  return (
    <Show when={device.progress() === null}>
      <Empty {...t.work.empty}>
        <NewTicketButton class="button button-words">{t.app.newTicket}</NewTicketButton>
      </Empty>
    </Show>
  );
};
