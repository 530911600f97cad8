import { Navigate, useSearchParams } from "@solidjs/router";
import { Show } from "solid-js";
import { AccessPage } from "../features/access/access-page.tsx";
import { LoginForm } from "../features/access/login-form.tsx";
import { t } from "../i18n/messages.ts";
import { useSession } from "../parts/session-context.ts";
import { serverFacts } from "../platform/server-facts.ts";

export default function Login() {
  const session = useSession();
  const [params] = useSearchParams();
  const isInside = () => session.phase() === "signedIn" && session.device()?.sessionEnded() === false;
  const prepare = () => {
    session.prepare();
    void import("./inside.tsx").catch(() => {});
  };
  return (
    <Show when={session.phase() !== "starting"}>
      <Show when={serverFacts()?.needsFirstAdmin}>
        <Navigate href="/setup" />
      </Show>
      <Show when={!isInside()} fallback={<Navigate href={safeNext(params.next)} />}>
        <AccessPage heading={t.access.login.heading}>
          <LoginForm onBegin={prepare} />
        </AccessPage>
      </Show>
    </Show>
  );
}

/** Back to where one came from, within this app only. */
const safeNext = (next: unknown): string =>
  typeof next === "string" && next.startsWith("/") && !/^\/[/\\]/.test(next) ? next : "/";
