import { createSignal } from "solid-js";
import type { Result } from "../../../shared/result.ts";
import type { ApiFailure } from "../../api/request.ts";

/** A form that is sent as a whole: its values, what is wrong with them, and whether it is under way or done. */
export const createForm = <Values extends Record<string, string | boolean>>(
  initial: Values,
  send: (values: Values) => Promise<Result<unknown, ApiFailure>>,
  afterwards: () => void = () => {},
) => {
  const [values, setValues] = createSignal(initial);
  const set = (change: Partial<Values>) => setValues((before) => ({ ...before, ...change }));
  const [failure, setFailure] = createSignal<ApiFailure | null>(null);
  const [phase, setPhase] = createSignal<"open" | "sending" | "done">("open");
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (phase() === "sending") return;
    setPhase("sending");
    setFailure(null);
    const result = await send(values());
    if (!result.ok) setFailure(result.error);
    setPhase(result.ok ? "done" : "open");
    if (result.ok) afterwards();
  };
  const text = (key: keyof Values & string) => ({
    name: key,
    get value() {
      return String(values()[key]);
    },
    get error() {
      return failure()?.fields[key];
    },
    onInput: (event: InputEvent & { currentTarget: HTMLInputElement }) =>
      set({ [key]: event.currentTarget.value } as Partial<Values>),
  });
  return { values, set, failure, phase, submit: (event: SubmitEvent) => void submit(event), text };
};
