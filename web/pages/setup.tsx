import { Navigate, useNavigate } from "@solidjs/router";
import { createResource, createSignal, Show } from "solid-js";
import { readServerFacts } from "../api/server-facts.ts";
import { AccessPage } from "../features/access/access-page.tsx";
import { SetupForm } from "../features/access/setup-form.tsx";
import { t } from "../i18n/messages.ts";
import { appName } from "../platform/server-facts.ts";

/** Only for a server that has nobody yet, as it is when the page opens. */
export default function Setup() {
  const navigate = useNavigate();
  const [isReady, setReady] = createSignal(false);
  const [facts] = createResource(readServerFacts);
  const isTaken = () => facts.state === "ready" && facts()?.needsFirstAdmin === false && !isReady();
  return (
    <Show when={!isTaken()} fallback={<Navigate href="/login" />}>
      <AccessPage heading={t.setup.heading(appName())}>
        <SetupForm
          facts={facts.state === "ready" ? (facts() ?? null) : null}
          onReady={() => {
            setReady(true);
            navigate("/", { replace: true });
          }}
        />
      </AccessPage>
    </Show>
  );
}
