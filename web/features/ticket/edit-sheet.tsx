import { t } from "../../i18n/messages.ts";
import { BriefForm } from "../../parts/brief/brief-form.tsx";
import { missingOf } from "../../presentation/submission.ts";
import { Button } from "../../ui/button.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { useTicketPage } from "./ticket-context.ts";

/** The ticket's fields for those who may change them; each change is kept as it is made. */
export default function EditSheet(props: { onClose: () => void }) {
  const { open, ticket, me, directory } = useTicketPage();
  return (
    <Sheet title={t.ticket.editFacts} onClose={props.onClose}>
      <BriefForm open={open} missing={missingOf(ticket(), me(), directory())} withDescription={false} />
      <div class="edit-done">
        <Button kind="main" onClick={() => props.onClose()}>
          {t.ticket.doneEditing}
        </Button>
      </div>
    </Sheet>
  );
}
