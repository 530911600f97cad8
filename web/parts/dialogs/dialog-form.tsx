import type { JSX } from "solid-js";
import { t } from "../../i18n/messages.ts";
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

/** What an action needs to know before it is taken. */
export const DialogForm = (props: DialogFormProps) => (
  <Sheet title={props.title} onClose={props.onClose}>
    <form
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
