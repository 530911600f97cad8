import { A, Navigate, type RouteSectionProps, useLocation } from "@solidjs/router";
import { ErrorBoundary, Match, Suspense, Switch } from "solid-js";
import { InstallHint } from "../features/install/install-hint.tsx";
import { Shell } from "../features/shell/shell.tsx";
import { t } from "../i18n/messages.ts";
import { useSession } from "../parts/session-context.ts";
import { Empty } from "../ui/empty.tsx";
import { Overlays } from "./overlays.tsx";

/** Everything that needs somebody signed in. While that is being found out, which takes a frame or two, nothing stands here. */
export default function Inside(props: RouteSectionProps) {
  const session = useSession();
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
      <Match when={session.phase() === "signedIn" && session.device() !== null}>
        <Shell notice={<InstallHint />}>
          <ErrorBoundary fallback={(error) => <Failed error={error} />}>
            <Suspense>{props.children}</Suspense>
          </ErrorBoundary>
          <Overlays />
        </Shell>
      </Match>
    </Switch>
  );
}

const hereAndNow = (): string => {
  const { pathname, search } = useLocation();
  return pathname + search;
};

const Failed = (props: { error: unknown }) => {
  console.error(props.error);
  return <Empty {...t.app.failed} />;
};
