import { For, Show } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { splitStrong } from "../../i18n/strong.ts";
import { useTicketPage } from "./ticket-context.ts";

/** So many are named; the rest are counted. */
const namedAtMost = 3;

/** 'creative-3 and creative-head are writing', each name in the colour of its caret. */
export const PresenceLine = () => {
  const { open } = useTicketPage();
  const writing = () => open.peers().filter((peer) => peer.isWriting);
  const shown = () => (writing().length > 0 ? writing() : open.peers());
  const names = () =>
    shown()
      .slice(0, namedAtMost)
      .map((peer) => peer.username);
  const sentence = () => {
    const say = writing().length > 0 ? t.ticket.description.writing : t.ticket.description.here;
    return say(names(), shown().length - names().length);
  };
  const colorOf = (name: string) => shown().find((peer) => peer.username === name)?.color ?? "--ink";
  return (
    <p class="presence t2" aria-live="polite">
      <Show when={shown().length > 0}>
        <For each={splitStrong(sentence())}>
          {(piece) => (
            <Show when={piece.isStrong} fallback={piece.text}>
              <b style={{ color: `var(${colorOf(piece.text)})` }}>{piece.text}</b>
            </Show>
          )}
        </For>
      </Show>
    </p>
  );
};
