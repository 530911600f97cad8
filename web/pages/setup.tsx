import { Navigate } from "@solidjs/router";
import { createResource, Show } from "solid-js";
import { readServerFacts } from "../api/server-facts.ts";
import { AccessPage } from "../features/access/access-page.tsx";
import { SetupForm } from "../features/access/setup-form.tsx";
import { t } from "../i18n/messages.ts";
import { appName } from "../platform/server-facts.ts";

/** Only for a server that has nobody yet, as it is when the page opens. */
export default function Setup() {
  const [facts] = createResource(readServerFacts);
  const isTaken = () => facts.state === "ready" && facts()?.needsFirstAdmin === false;
  return (
    <Show when={!isTaken()} fallback={<Navigate href="/login" />}>
      <AccessPage heading={t.access.setup.heading(appName())}>
        <SetupForm />
      </AccessPage>
    </Show>
  );
}
