import { createSignal, Show } from "solid-js";
import { t } from "../../i18n/messages.ts";
import type { RefusedChange } from "../../sync/device.ts";
import { Button } from "../../ui/button.tsx";
import { useDevice } from "../session-context.ts";

/** Lets go of a refused change. Where something was written it asks: the text is nowhere else. */
export const Discard = (props: { refused: RefusedChange }) => {
  const device = useDevice();
  const [isAsking, setAsking] = createSignal(false);
  const letGo = () => void device.discardRefused(props.refused.id);
  return (
    <Show
      when={isAsking()}
      fallback={
        <Button kind="words" danger onClick={() => (props.refused.wrote === "" ? letGo() : setAsking(true))}>
          {t.sync.discard}
        </Button>
      }
    >
      <fieldset class="case-asking" aria-label={t.sync.discardAsk}>
        <p class="t2">{t.sync.discardAsk}</p>
        <Button ref={(button) => queueMicrotask(() => button.focus())} onClick={() => setAsking(false)}>
          {t.sync.keep}
        </Button>
        <Button kind="words" danger onClick={letGo}>
          {t.sync.discard}
        </Button>
      </fieldset>
    </Show>
  );
};
