import { A } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { useSession } from "../../parts/session-context.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { accessErrorText } from "./error-text.ts";
import { PasswordField } from "./password-field.tsx";

/** Also works without a network for the person last signed in on this device. */
export const LoginForm = () => {
  const session = useSession();
  const [username, setUsername] = createSignal(session.lastUsername() ?? "");
  const [password, setPassword] = createSignal("");
  const [isBusy, setBusy] = createSignal(false);
  const [errorCode, setErrorCode] = createSignal<string | null>(null);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy()) return;
    setBusy(true);
    setErrorCode(null);
    const result = await session.signIn(username().trim(), password());
    setBusy(false);
    if (!result.ok) setErrorCode(result.error.code);
  };
  return (
    <form class="access-form" onSubmit={(event) => void submit(event)}>
      <TextField
        label={t.access.login.username}
        name="username"
        autocomplete="username"
        autocapitalize="none"
        spellcheck={false}
        required
        value={username()}
        onInput={(event) => setUsername(event.currentTarget.value)}
      />
      <PasswordField value={password()} onInput={setPassword} autocomplete="current-password" />
      <Show when={errorCode()}>
        {(code) => (
          <p class="access-error t2" role="alert">
            {accessErrorText(code())}
          </p>
        )}
      </Show>
      <Button kind="main" type="submit" aria-busy={isBusy()}>
        {t.access.login.submit}
      </Button>
      <Show when={session.lastUsername()}>
        {(last) => <p class="t2 ink-2">{t.access.login.worksOffline(last())}</p>}
      </Show>
      <div class="access-links">
        <A class="button button-words" href="/register">
          {t.access.login.register}
        </A>
      </div>
    </form>
  );
};
