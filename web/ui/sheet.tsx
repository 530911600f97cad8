import { type JSX, onCleanup, onMount } from "solid-js";
import { Portal } from "solid-js/web";
import { t } from "../i18n/messages.ts";
import { IconButton } from "./button.tsx";
import { createModal } from "./modal.ts";
import "./sheet.css";

interface SheetProps {
  /** Its name, as a sentence where it says something. */
  title: string;
  onClose: () => void;
  /** Stands beside the title. */
  aside?: JSX.Element;
  children: JSX.Element;
}

/** A modal from below on a phone, in the middle at a desk. Escape, the scrim and the back gesture close it. */
export const Sheet = (props: SheetProps) => {
  let dialog!: HTMLDialogElement;
  const modal = createModal(
    () => dialog,
    () => props.onClose(),
  );
  onMount(modal.open);
  onCleanup(modal.leave);
  const close = () => dialog.close();
  return (
    <Portal>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the key for it, and the dialog's own. */}
      <dialog
        ref={dialog}
        class="sheet"
        aria-label={props.title}
        onClick={(event) => event.target === dialog && close()}
        onClose={modal.closed}
      >
        <div class="sheet-body">
          <button type="button" class="sheet-grab" aria-label={t.app.close} onClick={close} />
          <div class="sheet-head">
            <h2 class="t4" tabindex="-1" autofocus>
              {props.title}
            </h2>
            {props.aside}
            <span class="sheet-close">
              <IconButton label={t.app.close} icon="icon-x" onClick={close} />
            </span>
          </div>
          {props.children}
        </div>
      </dialog>
    </Portal>
  );
};
