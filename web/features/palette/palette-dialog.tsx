import { type JSX, onCleanup, onMount } from "solid-js";
import { Portal } from "solid-js/web";
import { t } from "../../i18n/messages.ts";
import { createModal } from "../../ui/modal.ts";

/** Over everything, from above; on a phone it is the screen, so that the keyboard leaves room for what is found. */
export const PaletteDialog = (props: { onClose: () => void; children: JSX.Element }) => {
  let dialog!: HTMLDialogElement;
  const modal = createModal(() => dialog, props.onClose);
  onMount(modal.open);
  onCleanup(modal.leave);
  return (
    <Portal>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the key for it, and the dialog's own. */}
      <dialog
        ref={dialog}
        class="palette"
        aria-label={t.palette.heading}
        onClick={(event) => event.target === dialog && dialog.close()}
        onClose={modal.closed}
      >
        <div class="palette-body">{props.children}</div>
      </dialog>
    </Portal>
  );
};
