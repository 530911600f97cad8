import { createSignal, type JSX, Show } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { BackButton } from "../../parts/back-button.tsx";
import { BriefForm } from "../../parts/brief/brief-form.tsx";
import { useDevice } from "../../parts/session-context.ts";
import { SyncPill } from "../../parts/sync/sync-pill.tsx";
import { createDocumentTitle } from "../../platform/document-title.ts";
import { createShortcut } from "../../platform/shortcut.ts";
import { destinationText, missingOf } from "../../presentation/submission.ts";
import type { OpenTicket } from "../../sync/device.ts";
import { Button } from "../../ui/button.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import "./intake-view.css";

/** A draft: asks only what its type needs, keeps itself, and says where it goes next. */
export const IntakeView = (props: { open: OpenTicket; notice?: JSX.Element }) => {
  let form!: HTMLDivElement;
  const device = useDevice();
  const [isTried, setTried] = createSignal(false);
  createDocumentTitle(() => t.intake.heading);
  const ticket = () => props.open.ticket();
  const missing = () => missingOf(ticket(), device.me(), device.directory());
  const countMissing = () => Object.keys(missing()).length;
  const create = () => {
    // Pressed twice: sent is sent, while the page of the ticket is still on its way.
    if (ticket().state.status !== "draft") return;
    if (countMissing() === 0) return props.open.act({ type: "submit" });
    setTried(true);
    queueMicrotask(() => form.querySelector<HTMLElement>("[aria-invalid=true], .field-wrong input")?.focus());
  };
  createShortcut("mod+enter", create);
  return (
    <div class="intake">
      <PageHead before={<BackButton home="/tickets" icon="icon-x" />} name={<h1 class="t3">{t.intake.heading}</h1>}>
        <SyncPill />
      </PageHead>
      <div class="intake-form" ref={form}>
        {props.notice}
        <BriefForm open={props.open} missing={isTried() ? missing() : {}} withDescription />
      </div>
      <div class="intake-bar">
        <Show when={isTried() && countMissing() > 0}>
          <p class="intake-missing t2" role="alert">
            {t.intake.stillMissing(countMissing())}
          </p>
        </Show>
        <Button kind="main" keys="mod+enter" onClick={create}>
          {t.intake.submit}
        </Button>
        <p class="intake-next t2 ink-2">{destinationText(ticket(), device.me(), device.directory())}</p>
      </div>
    </div>
  );
};
