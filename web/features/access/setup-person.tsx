import { t } from "../../i18n/messages.ts";
import { TextField } from "../../ui/field.tsx";
import type { SetupFormState } from "./create-setup.ts";
import { PasswordField } from "./password-field.tsx";

/** Step 1: the account, and the code that only the server's terminal shows. */
export const SetupPerson = (props: { setup: SetupFormState }) => (
  <>
    <p class="ink-2">{t.setup.you.intro}</p>
    <TextField
      label={t.setup.you.code}
      hint={t.setup.you.codeHint}
      name="code"
      autocomplete="one-time-code"
      autocapitalize="characters"
      spellcheck={false}
      required
      value={props.setup.values.code}
      onInput={(event) => props.setup.set({ code: event.currentTarget.value })}
    />
    <TextField
      label={t.setup.you.username}
      name="username"
      autocomplete="username"
      autocapitalize="none"
      spellcheck={false}
      required
      error={props.setup.failure()?.fields.username}
      value={props.setup.values.username}
      onInput={(event) => props.setup.set({ username: event.currentTarget.value })}
    />
    <PasswordField
      value={props.setup.values.password}
      onInput={(password) => props.setup.set({ password })}
      autocomplete="new-password"
      hint={t.setup.you.passwordHint}
      error={props.setup.failure()?.fields.password}
    />
  </>
);
