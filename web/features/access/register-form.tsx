import { Show } from "solid-js";
import { register } from "../../api/register.ts";
import { t } from "../../i18n/messages.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { createForm } from "./create-form.ts";
import { Done } from "./done.tsx";
import { accessErrorText } from "./error-text.ts";
import { PasswordField } from "./password-field.tsx";

/** Asks for an account. The department is the admin's to choose when they approve it. */
export const RegisterForm = () => {
  const form = createForm({ username: "", email: "", first_name: "", last_name: "", password: "" }, register);
  return (
    <Show when={form.phase() !== "done"} fallback={<Done {...t.access.register.done} />}>
      <form class="access-form" onSubmit={form.submit}>
        <p class="ink-2">{t.access.register.intro}</p>
        <TextField label={t.access.register.username} autocomplete="username" required {...form.text("username")} />
        <TextField label={t.access.register.firstName} autocomplete="given-name" {...form.text("first_name")} />
        <TextField label={t.access.register.lastName} autocomplete="family-name" {...form.text("last_name")} />
        <TextField label={t.access.register.email} type="email" autocomplete="email" {...form.text("email")} />
        <PasswordField
          value={form.values().password}
          onInput={(password) => form.set({ password })}
          autocomplete="new-password"
          hint={t.access.register.passwordHint}
          error={form.failure()?.fields.password}
        />
        <Show when={form.failure()}>
          {(failure) => (
            <p class="access-error t2" role="alert">
              {accessErrorText(failure().code)}
            </p>
          )}
        </Show>
        <Button kind="main" type="submit" aria-busy={form.phase() === "sending"}>
          {t.access.register.submit}
        </Button>
      </form>
    </Show>
  );
};
