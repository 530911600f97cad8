import { createSignal, Match, Show, Switch } from "solid-js";
import { makeFirstAdmin } from "../../api/first-admin.ts";
import type { ServerFacts } from "../../api/server-facts.ts";
import { t } from "../../i18n/messages.ts";
import { useSession } from "../../parts/session-context.ts";
import { refreshServerFacts } from "../../platform/server-facts.ts";
import { Button } from "../../ui/button.tsx";
import { ChoiceList } from "../../ui/choice-list.tsx";
import { createSetup, type SetupFormState } from "./create-setup.ts";
import { Done } from "./done.tsx";
import { accessErrorText } from "./error-text.ts";
import { SetupDepartments } from "./setup-departments.tsx";
import { SetupPerson } from "./setup-person.tsx";
import "./setup.css";

interface SetupFormProps {
  /** The example workspace can be had. */
  facts: ServerFacts | null;
  onReady: () => void;
}

/** Makes the first admin of a server that has nobody yet, and the workspace they begin with; then they are signed in. */
export const SetupForm = (props: SetupFormProps) => {
  const session = useSession();
  const [isLeft, setLeft] = createSignal(false);
  const setup = createSetup(
    () => props.facts?.isEmpty !== false,
    makeFirstAdmin,
    async ({ username, password }) => {
      const signedIn = await session.signIn(username, password);
      void refreshServerFacts();
      if (signedIn.ok) props.onReady();
      else setLeft(true);
    },
  );
  return (
    <Show when={!isLeft()} fallback={<Done {...t.setup.done} />}>
      <form class="access-form setup" onSubmit={setup.submit}>
        <div>
          <p class="t2 ink-3">{t.setup.step(setup.steps().indexOf(setup.step()) + 1)}</p>
          <h2 class="t4" tabindex="-1" ref={setup.heading}>
            {t.setup[setup.step()].heading}
          </h2>
        </div>
        <Switch>
          <Match when={setup.step() === "you"}>
            <SetupPerson setup={setup} />
          </Match>
          <Match when={setup.step() === "beginning"}>
            <Beginning setup={setup} />
          </Match>
          <Match when={setup.step() === "departments"}>
            <SetupDepartments setup={setup} />
          </Match>
        </Switch>
        <Show when={setup.failure()}>
          {(failure) => (
            <p class="access-error t2" role="alert">
              {accessErrorText(failure().code)}
            </p>
          )}
        </Show>
        <div class="setup-ways">
          <Show when={setup.step() !== "you"}>
            <Button onClick={setup.back}>{t.setup.back}</Button>
          </Show>
          <Button kind="main" type="submit" aria-busy={setup.isSending()}>
            {setup.isSending() ? t.setup.filling : setup.isLast() ? t.setup.finish : t.setup.next}
          </Button>
        </div>
      </form>
    </Show>
  );
};

const Beginning = (props: { setup: SetupFormState }) => (
  <ChoiceList
    label={t.setup.beginning.label}
    value={props.setup.values.demo ? "demo" : "empty"}
    options={[
      { value: "demo", label: t.setup.beginning.demo, hint: t.setup.beginning.demoHint },
      { value: "empty", label: t.setup.beginning.empty, hint: t.setup.beginning.emptyHint },
    ]}
    onChange={(value) => props.setup.set({ demo: value === "demo" })}
  />
);
