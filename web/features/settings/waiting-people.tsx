import { createResource, createSignal, For, Show } from "solid-js";
import type { DepartmentId } from "../../../shared/ids.ts";
import { approveAccount, readWaitingAccounts, type WaitingAccount } from "../../api/accounts.ts";
import { t } from "../../i18n/messages.ts";
import { useDevice } from "../../parts/session-context.ts";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/section.tsx";
import { Select } from "../../ui/select.tsx";

/** For admins: who has registered and waits to be let in. Needs the server, unlike all the rest. */
export const WaitingPeople = () => {
  const [accounts, { refetch }] = createResource(readWaitingAccounts);
  const waiting = () => (accounts.state === "ready" ? accounts() : null);
  return (
    <Section title={t.app.settings.people}>
      <Show when={waiting()} fallback={<p class="t2 ink-2">{t.app.settings.peopleOffline}</p>}>
        {(list) => (
          <For each={list()} fallback={<p class="t2 ink-2">{t.app.settings.nobodyWaits}</p>}>
            {(account) => <Waiting account={account} onApproved={() => void refetch()} />}
          </For>
        )}
      </Show>
    </Section>
  );
};

const Waiting = (props: { account: WaitingAccount; onApproved: () => void }) => {
  const device = useDevice();
  const [department, setDepartment] = createSignal<DepartmentId | "">(props.account.department ?? "");
  const [problem, setProblem] = createSignal<string | undefined>();
  const departments = () => [...device.directory().departments.values()].filter(({ isActive }) => isActive);
  const approve = async () => {
    const chosen = department();
    if (chosen === "") return setProblem(t.app.settings.departmentNeeded);
    const answer = await approveAccount(props.account.id, chosen);
    if (answer.ok) props.onApproved();
    else setProblem(t.app.settings.notApproved);
  };
  return (
    <div class="settings-waiting">
      <p>
        <b>{props.account.username}</b> <span class="t2 ink-2">{props.account.details.join(" · ")}</span>
      </p>
      <Select
        label={t.words.field.department}
        placeholder={t.intake.chooseDepartment}
        error={problem()}
        value={department()}
        options={departments().map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(value) => {
          setProblem(undefined);
          setDepartment(value);
        }}
      />
      <Button onClick={() => void approve()}>{t.app.settings.approve(props.account.username)}</Button>
    </div>
  );
};
