import { createResource, createSignal, Match, Show, Switch } from "solid-js";
import { createStore } from "solid-js/store";
import { type Profile, readProfile, saveProfile } from "../../api/profile.ts";
import type { ApiFailure } from "../../api/request.ts";
import { t } from "../../i18n/messages.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { Sheet } from "../../ui/sheet.tsx";

/** What one may change of oneself; the server holds it, so this needs a connection. */
export default function ProfileSheet(props: { onClose: () => void }) {
  const [stored] = createResource(readProfile);
  return (
    <Sheet title={t.settings.profile.edit} onClose={props.onClose}>
      <Switch>
        <Match when={stored.state === "ready" && stored()}>
          {(profile) => <ProfileForm stored={profile()} onClose={props.onClose} />}
        </Match>
        <Match when={stored.state === "ready"}>
          <p class="settings-warning">{t.settings.profile.offline}</p>
        </Match>
      </Switch>
    </Sheet>
  );
}

const fields = [
  { key: "first_name", label: t.settings.profile.firstName, type: "text", autocomplete: "given-name" },
  { key: "last_name", label: t.settings.profile.lastName, type: "text", autocomplete: "family-name" },
  { key: "email", label: t.settings.profile.email, type: "email", autocomplete: "email" },
  { key: "telegram_username", label: t.settings.profile.telegram, type: "text", autocomplete: "off" },
] as const satisfies readonly { key: keyof Profile; label: string; type: string; autocomplete: string }[];

const ProfileForm = (props: { stored: Profile; onClose: () => void }) => {
  const [profile, setProfile] = createStore({ ...props.stored });
  const [failure, setFailure] = createSignal<ApiFailure | null>(null);
  const save = async () => {
    const answer = await saveProfile({ ...profile });
    if (answer.ok) props.onClose();
    else setFailure(answer.error);
  };
  return (
    <form
      class="settings-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {fields.map(({ key, label, type, autocomplete }) => (
        <TextField
          label={label}
          name={key}
          type={type}
          autocomplete={autocomplete}
          value={profile[key]}
          error={failure()?.fields[key]}
          onInput={(event) => setProfile(key, event.currentTarget.value)}
        />
      ))}
      <Show when={failure()}>
        {(why) => (
          <p class="settings-wrong t2" role="alert">
            {why().code === "offline" ? t.settings.profile.offline : t.settings.profile.notSaved}
          </p>
        )}
      </Show>
      <div class="sheet-actions">
        <Button onClick={() => props.onClose()}>{t.app.cancel}</Button>
        <Button kind="main" type="submit">
          {t.settings.profile.save}
        </Button>
      </div>
    </form>
  );
};
