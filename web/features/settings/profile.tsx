import { createSignal, lazy, Show, Suspense } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { useDevice } from "../../parts/session-context.ts";
import { initialsOf } from "../../presentation/names.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/section.tsx";

const ProfileSheet = lazy(() => import("./profile-sheet.tsx"));

/** Who is signed in, from the device. */
export const Profile = () => {
  const device = useDevice();
  const [isEditing, setEditing] = createSignal(false);
  const department = () => device.directory().departments.get(device.me().department)?.name;
  return (
    <Section
      title={t.app.settings.who}
      aside={
        <Button kind="words" onClick={() => setEditing(true)}>
          {t.settings.profile.edit}
        </Button>
      }
    >
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
      <Show when={isEditing()}>
        <Suspense>
          <ProfileSheet onClose={() => setEditing(false)} />
        </Suspense>
      </Show>
    </Section>
  );
};
