import { createSignal, untrack } from "solid-js";
import { isCreativeMember } from "../../../shared/access/relations.ts";
import type { UserId } from "../../../shared/ids.ts";
import type { Ticket } from "../../../shared/ticket/ticket.ts";
import { t } from "../../i18n/messages.ts";
import { activePeople } from "../../presentation/names.ts";
import { Select } from "../../ui/select.tsx";
import { PeopleChoice } from "../people-choice.tsx";
import { useDevice } from "../session-context.ts";
import { DialogForm } from "./dialog-form.tsx";

interface AssignDialogProps {
  ticket: Pick<Ticket, "fields" | "state">;
  type: "assign" | "approve_and_assign";
  onSend: (team: { assignee: UserId; collaborators: UserId[] }) => void;
  onClose: () => void;
}

/** One main assignee and any number of collaborators, of the creative team; beginning with who stands there now. */
export const AssignDialog = (props: AssignDialogProps) => {
  const { directory } = useDevice();
  const { state, fields } = untrack(() => props.ticket);
  const [first = null, ...rest] =
    state.assignee === null ? fields.suggestedAssignees : [state.assignee, ...state.collaborators];
  const [assignee, setAssignee] = createSignal<UserId | null>(first);
  const [collaborators, setCollaborators] = createSignal<UserId[]>(rest);
  const [isMissing, setMissing] = createSignal(false);
  const people = () => activePeople(directory()).filter((person) => isCreativeMember(person, directory()));
  const send = () => {
    const chosen = assignee();
    if (chosen === null) return setMissing(true);
    props.onSend({ assignee: chosen, collaborators: collaborators().filter((id) => id !== chosen) });
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
