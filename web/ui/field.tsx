import { createUniqueId, type JSX, Show, splitProps } from "solid-js";
import "./field.css";

interface FieldProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** The control; give it these attributes. */
  children: (control: ControlAttributes) => JSX.Element;
}

interface ControlAttributes {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": "true" | undefined;
}

/** A control on a line, its name above it, its hint or what is wrong with it below. */
export const Field = (props: FieldProps) => {
  const id = createUniqueId();
  const noteId = `${id}-note`;
  const note = () => props.error ?? props.hint;
  const control: ControlAttributes = {
    id,
    get "aria-describedby"() {
      return note() === undefined ? undefined : noteId;
    },
    get "aria-invalid"() {
      return props.error === undefined ? undefined : ("true" as const);
    },
  };
  return (
    <div class="field" classList={{ "field-wrong": props.error !== undefined }}>
      <label class="field-label t2" for={id}>
        {props.label}
      </label>
      {props.children(control)}
      <Show when={note()}>
        <p class="field-note t2" id={noteId}>
          {note()}
        </p>
      </Show>
    </div>
  );
};

type TextFieldProps = Omit<FieldProps, "children"> & JSX.InputHTMLAttributes<HTMLInputElement>;

/** One line of text. */
export const TextField = (props: TextFieldProps) => {
  const [own, input] = splitProps(props, ["label", "hint", "error", "class"]);
  return (
    <Field label={own.label} hint={own.hint} error={own.error}>
      {(control) => <input {...control} {...input} class={`line ${own.class ?? ""}`} />}
    </Field>
  );
};
