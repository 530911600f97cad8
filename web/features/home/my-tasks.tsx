import { A } from "@solidjs/router";
import { Show } from "solid-js";
import { t } from "../../i18n/messages.ts";
import type { ListedTicket } from "../../sync/device.ts";
import { Section } from "../../ui/section.tsx";
import { HomeRows } from "./home-rows.tsx";
import { OnNow } from "./on-now.tsx";

/** What is theirs to do: what is on now first and larger, then the rest by its deadline. */
export const MyTasks = (props: { onNow: ListedTicket | null; tasks: readonly ListedTicket[] }) => {
  const count = () => props.tasks.length + (props.onNow === null ? 0 : 1);
  return (
    <Section
      title={t.app.home.myTasks}
      count={count()}
      region={t.app.home.myTasks}
      aside={
        <A class="home-aside t2" href="/work">
          {t.home.allMyWork}
        </A>
      }
    >
      <Show when={count() > 0} fallback={<p class="home-none t2 ink-2">{t.home.noTasks}</p>}>
        <Show when={props.onNow}>{(listed) => <OnNow listed={listed()} />}</Show>
        <HomeRows tickets={props.tasks} more={t.home.more} href="/work" />
      </Show>
    </Section>
  );
};
