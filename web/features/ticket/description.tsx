import { lazy, Show, Suspense } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { inOwnTask } from "../../platform/in-own-task.ts";
import { Section } from "../../ui/section.tsx";
import { PresenceLine } from "./presence-line.tsx";
import { useTicketPage } from "./ticket-context.ts";
import "./description.css";

const DescriptionEditor = lazy(() => inOwnTask(import("../../editor/description-editor.tsx")));

/** The brief, written together. Until the editor has loaded its text stands there plain. */
export const Description = () => {
  const { open, ticket, may, writes } = useTicketPage();
  return (
    <Section title={t.ticket.description.heading} region={null} aside={<PresenceLine />} class="description">
      <div onFocusIn={() => may("editDescription") && writes()}>
        <Suspense fallback={<p class="description-plain">{ticket().brief}</p>}>
          <DescriptionEditor open={open} isEditable={may("editDescription")} />
        </Suspense>
      </div>
      <Show when={!may("editDescription") && ticket().brief.trim() === ""}>
        <p class="ink-3">{t.ticket.description.empty}</p>
      </Show>
    </Section>
  );
};
