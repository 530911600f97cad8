import { Show } from "solid-js";
import { makeFirstAdmin } from "../../api/first-admin.ts";
import { t } from "../../i18n/messages.ts";
import { refreshServerFacts } from "../../platform/server-facts.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { TextField } from "../../ui/field.tsx";
import { createForm } from "./create-form.ts";
import { Done } from "./done.tsx";
import { accessErrorText } from "./error-text.ts";
import { PasswordField } from "./password-field.tsx";

/** Makes the first admin of a server that has nobody yet. */
export const SetupForm = () => {
  const form = createForm(
    { code: "", username: "admin", password: "", demo: false as boolean },
    makeFirstAdmin,
    () => void refreshServerFacts(),
  );
  return (
    <Show when={form.phase() !== "done"} fallback={<Done {...t.access.setup.done} />}>
      <form class="access-form" onSubmit={form.submit}>
        <p class="ink-2">{t.access.setup.intro}</p>
        <TextField
          label={t.access.setup.code}
          hint={t.access.setup.codeHint}
          autocomplete="one-time-code"
          autocapitalize="none"
          required
          {...form.text("code")}
        />
        <TextField label={t.access.setup.username} autocomplete="username" required {...form.text("username")} />
        <PasswordField
          value={form.values().password}
          onInput={(password) => form.set({ password })}
          autocomplete="new-password"
          hint={t.access.setup.passwordHint}
          error={form.failure()?.fields.password}
        />
        <Checkbox
          label={t.access.setup.demo}
          hint={t.access.setup.demoHint}
          checked={form.values().demo}
          onChange={(demo) => form.set({ demo })}
        />
        <Show when={form.failure()}>
          {(failure) => (
            <p class="access-error t2" role="alert">
              {accessErrorText(failure().code)}
            </p>
          )}
        </Show>
        <Button kind="main" type="submit" aria-busy={form.phase() === "sending"}>
          {t.access.setup.submit}
        </Button>
      </form>
    </Show>
  );
};
