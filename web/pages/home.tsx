import { HomeView } from "../features/home/home-view.tsx";
import { MenuButton } from "../features/shell/menu-button.tsx";
import { Acting } from "../features/ticket/acting.tsx";
import { SearchButton } from "../parts/search-button.tsx";
import { SyncPill } from "../parts/sync/sync-pill.tsx";
import { now } from "../platform/now.ts";
import { longDay } from "../presentation/moments.ts";
import { PageHead } from "../ui/page-head.tsx";

export default function Home() {
  return (
    <main class="pane">
      <PageHead before={<MenuButton />} name={<span>{longDay(now())}</span>}>
        <SyncPill />
        <SearchButton />
      </PageHead>
      <Acting>
        <HomeView />
      </Acting>
    </main>
  );
}
