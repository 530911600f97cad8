import { type JSX, onMount } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { isDesk } from "../../platform/layout.ts";
import { Button } from "../../ui/button.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import "./dialog-form.css";

interface DialogFormProps {
  title: string;
  /** The button that acts, in the action's own name. */
  action: string;
  onSend: () => void;
  onClose: () => void;
  children: JSX.Element;
}

/** What an action needs to know before it is taken. At a desk the hands are on the keys, so the first field has the focus. */
export const DialogForm = (props: DialogFormProps) => {
  let form!: HTMLFormElement;
  // After the sheet has opened, which takes the focus to its name.
  onMount(() => queueMicrotask(() => isDesk() && form.querySelector<HTMLElement>("textarea, input, select")?.focus()));
  return (
    <Sheet title={props.title} onClose={props.onClose}>
      <form
        ref={form}
        class="dialog-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          props.onSend();
        }}
      >
        {props.children}
        <div class="sheet-actions">
          <Button onClick={() => props.onClose()}>{t.app.cancel}</Button>
          <Button kind="main" type="submit">
            {props.action}
          </Button>
        </div>
      </form>
    </Sheet>
  );
};
