import { isCreativeMember } from "../../../shared/access/relations.ts";
import type { UserId } from "../../../shared/ids.ts";
import { t } from "../../i18n/messages.ts";
import { activePeople } from "../../presentation/names.ts";
import type { OpenTicket } from "../../sync/device.ts";
import { PeopleChoice } from "../people-choice.tsx";
import { useDevice } from "../session-context.ts";

/** Who should do it, as the requester sees it; the first takes it on, the others help. */
export const SuggestedField = (props: { open: OpenTicket }) => {
  const device = useDevice();
  const people = () =>
    activePeople(device.directory()).filter((person) => isCreativeMember(person, device.directory()));
  return (
    <PeopleChoice
      label={t.intake.suggested}
      hint={t.intake.suggestedHint}
      people={people()}
      chosen={props.open.ticket().fields.suggestedAssignees}
      onChange={(chosen: UserId[]) => props.open.setField("suggestedAssignees", chosen)}
    />
  );
};
