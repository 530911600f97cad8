import { createSignal } from "solid-js";
import { isCreativeMember } from "../../../../shared/access/relations.ts";
import type { UserId } from "../../../../shared/ids.ts";
import { t } from "../../../i18n/messages.ts";
import { PeopleChoice } from "../../../parts/people-choice.tsx";
import { approvalOf } from "../../../presentation/approval.ts";
import { activePeople } from "../../../presentation/names.ts";
import { Select } from "../../../ui/select.tsx";
import { useTicketPage } from "../ticket-context.ts";
import { DialogForm } from "./dialog-form.tsx";

/** One main assignee and any number of collaborators, of the creative team; beginning with who stands there now. */
export const AssignDialog = (props: { type: "assign" | "approve_and_assign"; onClose: () => void }) => {
  const { open, ticket, directory } = useTicketPage();
  const { state, fields } = ticket();
  const [first = null, ...rest] =
    state.assignee === null ? fields.suggestedAssignees : [state.assignee, ...state.collaborators];
  const [assignee, setAssignee] = createSignal<UserId | null>(first);
  const [collaborators, setCollaborators] = createSignal<UserId[]>(rest);
  const [isMissing, setMissing] = createSignal(false);
  const people = () => activePeople(directory()).filter((person) => isCreativeMember(person, directory()));
  const send = () => {
    const chosen = assignee();
    if (chosen === null) return setMissing(true);
    const team = { assignee: chosen, collaborators: collaborators().filter((id) => id !== chosen) };
    open.act(
      props.type === "assign" ? { type: "assign", ...team } : { ...approvalOf(ticket(), open.fingerprint()), ...team },
    );
    props.onClose();
  };
  return (
    <DialogForm
      title={props.type === "assign" ? t.actions.dialog.assign : t.actions.dialog.chooseTeam}
      action={props.type === "assign" ? t.actions.do.assign : t.actions.do.approve}
      onSend={send}
      onClose={props.onClose}
    >
      <Select
        label={t.actions.fields.assignee}
        placeholder={t.actions.fields.choosePerson}
        error={isMissing() ? t.actions.needed.assignee : undefined}
        value={assignee() ?? ""}
        options={people().map(({ id, username }) => ({ value: id, label: username }))}
        onChange={(id) => setAssignee(id === "" ? null : id)}
      />
      <PeopleChoice
        label={t.actions.fields.collaborators}
        people={people().filter((person) => person.id !== assignee())}
        chosen={collaborators()}
        onChange={setCollaborators}
      />
    </DialogForm>
  );
};
