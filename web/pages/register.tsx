import { AccessPage } from "../features/access/access-page.tsx";
import { RegisterForm } from "../features/access/register-form.tsx";
import { t } from "../i18n/messages.ts";

export default function Register() {
  return (
    <AccessPage heading={t.access.register.heading}>
      <RegisterForm />
    </AccessPage>
  );
}
