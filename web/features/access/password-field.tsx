import { createSignal } from "solid-js";
import { t } from "../../i18n/messages.ts";
import { IconButton } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import "./password-field.css";

interface PasswordFieldProps {
  value: string;
  onInput: (value: string) => void;
  autocomplete: "current-password" | "new-password";
  hint?: string;
  error?: string | undefined;
}

export const PasswordField = (props: PasswordFieldProps) => {
  const [isShown, setShown] = createSignal(false);
  return (
    <Field label={t.access.login.password} hint={props.hint} error={props.error}>
      {(control) => (
        <div class="password">
          <input
            {...control}
            class="line"
            name="password"
            type={isShown() ? "text" : "password"}
            autocomplete={props.autocomplete}
            required
            value={props.value}
            onInput={(event) => props.onInput(event.currentTarget.value)}
          />
          <IconButton
            label={isShown() ? t.access.login.hidePassword : t.access.login.showPassword}
            icon={isShown() ? "icon-eye-off" : "icon-eye"}
            onClick={() => setShown(!isShown())}
          />
        </div>
      )}
    </Field>
  );
};
