import { Show } from "solid-js";
import { type Language, language, languages, setLanguage } from "../../i18n/language.ts";
import { t } from "../../i18n/messages.ts";
import { openOverlay } from "../../parts/overlays.ts";
import { useDevice } from "../../parts/session-context.ts";
import { SingleKeysChoice } from "../../parts/single-keys-choice.tsx";
import { setTheme, theme, themes } from "../../platform/theme.ts";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/section.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { OnDevice } from "./on-device.tsx";
import { Profile } from "./profile.tsx";
import { Sessions } from "./sessions.tsx";
import { WaitingPeople } from "./waiting-people.tsx";
import "./settings-view.css";

export const SettingsView = () => (
  <div class="settings">
    <h1 class="t5">{t.app.settings.heading}</h1>
    <Profile />
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
    <Sessions />
    <OnDevice />
  </div>
);
