import { AccessPage } from "../features/access/access-page.tsx";
import { SetupForm } from "../features/access/setup-form.tsx";
import { t } from "../i18n/messages.ts";
import { appName } from "../platform/server-facts.ts";

export default function Setup() {
  return (
    <AccessPage heading={t.access.setup.heading(appName())}>
      <SetupForm />
    </AccessPage>
  );
}
