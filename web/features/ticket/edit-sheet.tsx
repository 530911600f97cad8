import { Show } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { BriefForm } from "../../parts/brief/brief-form.tsx";
import { Button } from "../../ui/button.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { createHeldEdit } from "./held-edit.ts";
import { useTicketPage } from "./ticket-context.ts";

/** The ticket's fields for those who may change them; each change is kept as it is made, as long as the ticket stays complete. */
export default function EditSheet(props: { onClose: () => void }) {
  const { open, directory } = useTicketPage();
  const edit = createHeldEdit(open, directory);
  return (
    <Sheet title={t.ticket.editFacts} onClose={props.onClose}>
      <BriefForm open={edit.open} missing={edit.missing()} withDescription={false} />
      <div class="edit-done">
        <Show when={edit.isHolding()}>
          <p class="t2 ink-2">{t.ticket.editHeld}</p>
          <Button onClick={() => props.onClose()}>{t.app.cancel}</Button>
        </Show>
        <Button kind="main" disabled={edit.isHolding()} onClick={() => props.onClose()}>
          {t.ticket.doneEditing}
        </Button>
      </div>
    </Sheet>
  );
}
