import { SettingsView } from "../features/settings/settings-view.tsx";
import { MenuButton } from "../features/shell/menu-button.tsx";
import { SearchButton } from "../parts/search-button.tsx";
import { SyncPill } from "../parts/sync/sync-pill.tsx";
import { PageHead } from "../ui/page-head.tsx";

export default function Settings() {
  return (
    <main class="pane">
      <PageHead before={<MenuButton />}>
        <SyncPill />
        <SearchButton />
      </PageHead>
      <SettingsView />
    </main>
  );
}
