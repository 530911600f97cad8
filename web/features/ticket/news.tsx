import { Show } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { BriefChanges } from "../../parts/changes/brief-changes.tsx";
import { SinceLooked } from "../../parts/changes/since-looked.tsx";
import { changesIn } from "../../presentation/brief-difference.ts";
import { newsIn } from "../../presentation/since-looked.ts";
import { createAuthors } from "./create-authors.ts";
import { useTicketPage } from "./ticket-context.ts";

/** What changed since this person looked last: fields, paragraphs, and how much was said and done. Nothing where nothing did. */
export const News = () => {
  const { lastLook, changes, news } = useTicketPage();
  const authors = createAuthors(() => changes() !== null);
  return (
    <Show when={lastLook()}>
      {(look) => (
        <Show when={changes()}>
          {(found) => (
            <Show when={newsIn(found(), news()) > 0}>
              <SinceLooked count={newsIn(found(), news())} at={look().at}>
                <Show when={changesIn(found()) > 0}>
                  <BriefChanges difference={found()} authors={authors()} />
                </Show>
                <Show when={news().ids.size > 0}>
                  <p class="since-news t2 ink-2">{t.changes.newBeside(news().comments, news().actions)}</p>
                </Show>
              </SinceLooked>
            </Show>
          )}
        </Show>
      )}
    </Show>
  );
};
