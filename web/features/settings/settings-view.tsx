import { createSignal, Show } from "solid-js";
import { type Language, language, languages, setLanguage } from "../../i18n/language.ts";
import { t } from "../../i18n/messages.ts";
import { openOverlay } from "../../parts/overlays.ts";
import { useDevice } from "../../parts/session-context.ts";
import { SingleKeysChoice } from "../../parts/single-keys-choice.tsx";
import { setTheme, theme, themes } from "../../platform/theme.ts";
import { initialsOf } from "../../presentation/names.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/section.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { WaitingPeople } from "./waiting-people.tsx";
import "./settings-view.css";

export const SettingsView = () => (
  <div class="settings">
    <h1 class="t5">{t.app.settings.heading}</h1>
    <Who />
    <Show when={useDevice().me().role === "admin"}>
      <WaitingPeople />
    </Show>
    <Section title={t.app.settings.theme}>
      <Segmented
        label={t.app.settings.theme}
        isLabelShown={false}
        hint={t.app.settings.themeHint}
        value={theme()}
        options={themes.map((value) => ({ value, label: t.app.settings.themes[value] }))}
        onChange={setTheme}
      />
    </Section>
    <Section title={t.app.settings.language}>
      <Segmented
        label={t.app.settings.language}
        isLabelShown={false}
        hint={t.app.settings.languageHint}
        value={language}
        options={Object.entries(languages).map(([value, label]) => ({ value: value as Language, label }))}
        onChange={setLanguage}
      />
    </Section>
    <Section
      title={t.keys.heading}
      aside={
        <Button kind="words" keys="?" onClick={() => openOverlay("keys")}>
          {t.keys.show}
        </Button>
      }
    >
      <SingleKeysChoice />
    </Section>
    <Section title={t.app.settings.device}>
      <SignOut />
    </Section>
  </div>
);

const Who = () => {
  const device = useDevice();
  const department = () => device.directory().departments.get(device.me().department)?.name;
  return (
    <Section title={t.app.settings.who}>
      <div class="settings-who">
        <Avatar initials={initialsOf(device.me().username)} isMine size="large" />
        <div>
          <p>
            <b>{device.me().username}</b>
          </p>
          <p class="t2 ink-2">
            {[`${device.me().firstName} ${device.me().lastName}`.trim(), department(), t.words.role[device.me().role]]
              .filter((part) => part !== undefined && part !== "")
              .join(" · ")}
          </p>
        </div>
      </div>
    </Section>
  );
};

/** With unsent changes it asks first: they would be lost. */
const SignOut = () => {
  const device = useDevice();
  const [isAsking, setAsking] = createSignal(false);
  const unsent = () => device.waiting().length;
  const leave = () => void device.signOut();
  return (
    <>
      <p class="t2 ink-2">{t.app.settings.signOutHint}</p>
      <Button class="settings-out" icon="icon-log-out" onClick={() => (unsent() === 0 ? leave() : setAsking(true))}>
        {t.app.settings.signOut}
      </Button>
      <Show when={isAsking()}>
        <Sheet title={t.app.settings.signOut} onClose={() => setAsking(false)}>
          <p class="settings-warning">{t.app.settings.unsent(unsent())}</p>
          <div class="sheet-actions">
            <Button onClick={() => setAsking(false)}>{t.app.cancel}</Button>
            <Button danger onClick={leave}>
              {t.app.settings.signOutAnyway}
            </Button>
          </div>
        </Sheet>
      </Show>
    </>
  );
};
