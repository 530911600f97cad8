import { A } from "@solidjs/router";
import { t } from "../i18n/messages.ts";
import { SyncPill } from "../parts/sync/sync-pill.tsx";
import { Empty } from "../ui/empty.tsx";
import { PageHead } from "../ui/page-head.tsx";

export default function NotFound() {
  return (
    <main class="pane">
      <PageHead>
        <SyncPill />
      </PageHead>
      <Empty title={t.app.notFound.title} text={t.app.notFound.text} isPage>
        <A class="button button-words" href="/tickets">
          {t.app.notFound.action}
        </A>
      </Empty>
    </main>
  );
}
