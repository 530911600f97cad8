import { A, Navigate, type RouteSectionProps, useLocation } from "@solidjs/router";
import { ErrorBoundary, Match, Show, Suspense, Switch, untrack } from "solid-js";
import { InstallHint } from "../features/install/install-hint.tsx";
import { Shell } from "../features/shell/shell.tsx";
import { t } from "../i18n/messages.ts";
import { useDevice, useSession } from "../parts/session-context.ts";
import { keepFirstRows } from "../sync/first-rows.ts";
import { Empty } from "../ui/empty.tsx";
import { NextTask } from "../ui/next-task.tsx";
import { Overlays } from "./overlays.tsx";

/** Everything that needs somebody signed in. While that is being found out, which takes a frame or two, nothing stands here. */
export default function Inside(props: RouteSectionProps) {
  const session = useSession();
  const location = useLocation();
  // The first rows are those of the whole list; what is asked of it meanwhile is answered once it is there.
  const isPlain = untrack(() => location.search === "");
  const isOpeningList = () => session.phase() === "starting" && isPlain && location.pathname === "/tickets";
  return (
    <Switch>
      <Match when={session.phase() === "signedOut"}>
        <Navigate href={`/login?next=${encodeURIComponent(hereAndNow())}`} />
      </Match>
      <Match when={session.phase() === "blocked"}>
        <Empty {...t.storage.blocked} />
      </Match>
      <Match when={session.phase() === "failed"}>
        <Empty {...t.app.failed} />
      </Match>
      <Match when={session.phase() === "locked"}>
        <Empty {...t.storage.locked}>
          <A class="button button-words" href="/login">
            {t.access.login.submit}
          </A>
        </Empty>
      </Match>
      <Match when={session.device() !== null && (session.phase() === "signedIn" || isOpeningList())}>
        <Shell notice={<InstallHint />}>
          <ErrorBoundary fallback={(error) => <Failed error={error} />}>
            <Suspense>
              <NextTask>{props.children}</NextTask>
            </Suspense>
          </ErrorBoundary>
          <Overlays />
          <Show when={session.device()?.isWhole()}>
            <FirstRowsKept />
          </Show>
        </Shell>
      </Match>
    </Switch>
  );
}

const FirstRowsKept = () => {
  keepFirstRows(useDevice());
  return null;
};

const hereAndNow = (): string => {
  const { pathname, search } = useLocation();
  return pathname + search;
};

const Failed = (props: { error: unknown }) => {
  console.error(props.error);
  return <Empty {...t.app.failed} />;
};
