import { createSignal, For, Show } from "solid-js";
import type { TicketId } from "../../../shared/ids.ts";
import { maxReasonLength } from "../../../shared/workflow/actions.ts";
import { t } from "../../i18n/messages.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { useDevice } from "../session-context.ts";
import { DialogForm } from "./dialog-form.tsx";

interface ReasonDialogProps {
  ticket: TicketId;
  type: "reject" | "request_revision";
  onSend: (words: string) => void;
  onClose: () => void;
}

/** Rejecting and asking for a revision both say why; common reasons are at hand. */
export const ReasonDialog = (props: ReasonDialogProps) => {
  let field!: HTMLTextAreaElement;
  const { unsent } = useDevice();
  const key = () => `${props.ticket}:${props.type}`;
  const text = () => unsent.read(key());
  const setText = (next: string) => unsent.write(key(), next);
  const [isMissing, setMissing] = createSignal(false);
  const isReject = () => props.type === "reject";
  const send = () => {
    const words = text().trim();
    if (words === "") {
      setMissing(true);
      return field.focus();
    }
    props.onSend(words);
    setText("");
    props.onClose();
  };
  const choose = (reason: string) => {
    setText(`${reason}: `);
    field.focus();
  };
  return (
    <DialogForm
      title={t.actions.dialog[props.type]}
      action={t.actions.do[props.type]}
      onSend={send}
      onClose={props.onClose}
    >
      <Show when={isReject()}>
        <fieldset class="reasons" aria-label={t.actions.commonReasons}>
          <For each={t.actions.reasons}>
            {(reason) => (
              <Button aria-pressed={text().startsWith(reason)} onClick={() => choose(reason)}>
                {reason}
              </Button>
            )}
          </For>
        </fieldset>
      </Show>
      <Field
        label={isReject() ? t.actions.fields.reason : t.actions.fields.comment}
        error={isMissing() ? t.actions.needed[isReject() ? "reason" : "comment"] : undefined}
      >
        {(control) => (
          <textarea
            {...control}
            ref={field}
            class="line"
            rows={2}
            required
            maxLength={maxReasonLength}
            value={text()}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
    </DialogForm>
  );
};
