import { AccessPage } from "../features/access/access-page.tsx";
import { SetupForm } from "../features/access/setup-form.tsx";
import { t } from "../i18n/messages.ts";

export default function Setup() {
  return (
    <AccessPage heading={t.access.setup.heading}>
      <SetupForm />
    </AccessPage>
  );
}
