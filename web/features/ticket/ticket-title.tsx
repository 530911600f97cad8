import { createSignal, lazy, Show, Suspense } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { createCommands } from "../../parts/commands.ts";
import { OverdueMark } from "../../parts/marks.tsx";
import { now } from "../../platform/now.ts";
import { timeLeft } from "../../presentation/deadlines.ts";
import { Button } from "../../ui/button.tsx";
import { useTicketPage } from "./ticket-context.ts";

const EditSheet = lazy(() => import("./edit-sheet.tsx"));

/** What it is, of which type, and how much time is left. */
export const TicketTitle = () => {
  const { ticket, may, writes } = useTicketPage();
  const [isEditing, setEditing] = createSignal(false);
  const edit = () => {
    writes();
    setEditing(true);
  };
  createCommands(
    () =>
      may("editField") ? [{ id: "edit", name: t.ticket.editFacts, icon: "icon-pencil", keys: "e", run: edit }] : [],
    ["e"],
  );
  const meta = () => {
    const { requestType } = ticket().fields;
    return [requestType === null ? null : t.words.requestType[requestType], timeLeft(ticket().state, now())]
      .filter((part) => part !== null)
      .join(" · ");
  };
  return (
    <div class="ticket-title">
      <h1 class="t5">{ticket().fields.title.trim() === "" ? t.words.untitled : ticket().fields.title}</h1>
      <p class="ticket-meta ink-2">
        <span>{meta()}</span>
        <OverdueMark state={ticket().state} />
        <Show when={may("editField")}>
          <Button kind="words" keys="e" aria-label={t.ticket.editFacts} onClick={edit}>
            {t.ticket.edit}
          </Button>
        </Show>
      </p>
      <Show when={isEditing()}>
        <Suspense>
          <EditSheet onClose={() => setEditing(false)} />
        </Suspense>
      </Show>
    </div>
  );
};
