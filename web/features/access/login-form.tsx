import { A } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { useSession } from "../../parts/session-context.ts";
import { serverFacts } from "../../platform/server-facts.ts";
import type { SignInFailure } from "../../sync/session.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { accessErrorText } from "./error-text.ts";
import { PasswordField } from "./password-field.tsx";

/** Also works without a network for the person last signed in on this device. */
export const LoginForm = (props: { onBegin: () => void }) => {
  const session = useSession();
  const [username, setUsername] = createSignal(session.lastUsername() ?? "");
  const [password, setPassword] = createSignal("");
  const [isBusy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<SignInFailure | null>(null);
  const logIn = async (removeOthers: boolean) => {
    if (isBusy()) return;
    setBusy(true);
    setFailure(null);
    const result = await session.signIn(username().trim(), password(), removeOthers).finally(() => setBusy(false));
    if (!result.ok) setFailure(result.error);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void logIn(false);
  };
  return (
    <form class="access-form" onFocusIn={() => props.onBegin()} onSubmit={submit}>
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
      <Show when={failure()}>
        {(failed) => (
          <p class="access-error t2" role="alert">
            {textOf(failed())}
          </p>
        )}
      </Show>
      <Show when={failure()?.unsent}>
        <Button kind="outline" danger onClick={() => void logIn(true)}>
          {t.access.login.removeAndLogIn}
        </Button>
      </Show>
      <Button kind="main" type="submit" aria-busy={isBusy()}>
        {t.access.login.submit}
      </Button>
      <Show when={session.wasRevoked()}>
        <p class="t2" role="status">
          {t.access.login.revoked}
        </p>
      </Show>
      <Show when={session.device()?.sessionEnded()}>
        <p class="t2 ink-2">{t.access.login.ended}</p>
      </Show>
      <div class="access-links">
        <Show when={session.device()?.sessionEnded()}>
          <A class="button button-words" href="/">
            {t.access.login.goOn}
          </A>
        </Show>
        <A class="button button-words" href="/register">
          {t.access.login.register}
        </A>
        <Show when={serverFacts()?.contactAdmin}>
          {(contact) => (
            <a class="button button-words" href={contactHref(contact())} rel="noreferrer">
              {t.access.login.contactAdmin}
            </a>
          )}
        </Show>
      </div>
    </form>
  );
};

const textOf = ({ code, unsent }: SignInFailure): string =>
  unsent === undefined ? accessErrorText(code) : t.access.login.unsentOfOther(unsent);

/** A mail address, a Telegram name (`@studio`), or an address on the web, as the server was told. */
const contactHref = (contact: string): string => {
  if (/^(https?|mailto):/.test(contact)) return contact;
  return contact.startsWith("@") ? `https://t.me/${contact.slice(1)}` : `mailto:${contact}`;
};
