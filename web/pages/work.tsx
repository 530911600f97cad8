import { MenuButton } from "../features/shell/menu-button.tsx";
import { Acting } from "../features/ticket/acting.tsx";
import { WorkView } from "../features/work/work-view.tsx";
import { t } from "../i18n/messages.ts";
import { SyncPill } from "../parts/sync/sync-pill.tsx";
import { createDocumentTitle } from "../platform/document-title.ts";
import { PageHead } from "../ui/page-head.tsx";

export default function Work() {
  createDocumentTitle(() => t.work.nav);
  return (
    <main class="pane">
      <PageHead before={<MenuButton />} name={<span>{t.work.nav}</span>}>
        <SyncPill />
      </PageHead>
      <Acting>
        <WorkView />
      </Acting>
    </main>
  );
}
