/** The first admin's wizard: what was typed, which step it is, and what the server said. Sent as a whole at the end. */
import { createSignal } from "solid-js";
import { createStore } from "solid-js/store";
import type { Result } from "../../../shared/result.ts";
import type { FirstAdmin } from "../../api/first-admin.ts";
import type { ApiFailure } from "../../api/request.ts";
import { t } from "../../i18n/messages.ts";

export type SetupStep = "you" | "beginning" | "departments";

export interface SetupFormState {
  values: FirstAdmin;
  set(change: Partial<FirstAdmin>): void;
  setDepartment(place: number, change: Partial<FirstAdmin["departments"][number]>): void;
  steps(): SetupStep[];
  step(): SetupStep;
  isLast(): boolean;
  back(): void;
  submit(event: SubmitEvent): void;
  isSending(): boolean;
  failure(): ApiFailure | null;
  /** The step's heading takes the focus when the step changes. */
  heading(element: HTMLElement): void;
}

/** `hasDemo`: the example workspace can be had. */
export const createSetup = (
  hasDemo: () => boolean,
  send: (values: FirstAdmin) => Promise<Result<unknown, ApiFailure>>,
  done: (values: FirstAdmin) => Promise<void>,
): SetupFormState => {
  const [values, setValues] = createStore<FirstAdmin>({
    code: "",
    username: "admin",
    password: "",
    demo: false,
    departments: [
      { name: t.setup.departments.first, is_creative: false },
      { name: t.setup.departments.second, is_creative: true },
    ],
  });
  const [step, setStep] = createSignal<SetupStep>("you");
  const [isSending, setSending] = createSignal(false);
  const [failure, setFailure] = createSignal<ApiFailure | null>(null);
  let heading: HTMLElement | undefined;

  const steps = (): SetupStep[] => {
    const wanted: SetupStep[] = ["you"];
    if (hasDemo()) wanted.push("beginning");
    if (!isDemo()) wanted.push("departments");
    return wanted;
  };
  const isDemo = () => values.demo && hasDemo();
  const goTo = (next: SetupStep | undefined) => {
    if (next === undefined) return;
    setStep(next);
    queueMicrotask(() => heading?.focus());
  };
  const after = () => steps()[steps().indexOf(step()) + 1];

  const finish = async () => {
    setSending(true);
    const result = await send({ ...values, demo: isDemo() });
    if (result.ok) await done(values);
    else {
      setFailure(result.error);
      goTo(stepOf(result.error));
    }
    setSending(false);
  };

  return {
    values,
    set: setValues,
    setDepartment: (place, change) => setValues("departments", place, change),
    steps,
    step,
    isLast: () => after() === undefined,
    back: () => {
      setFailure(null);
      goTo(steps()[steps().indexOf(step()) - 1]);
    },
    submit: (event) => {
      event.preventDefault();
      if (isSending()) return;
      setFailure(null);
      if (after() === undefined) void finish();
      else goTo(after());
    },
    isSending,
    failure,
    heading: (element) => {
      heading = element;
    },
  };
};

/** Where what the server did not like was typed. */
const stepOf = ({ code, fields }: ApiFailure): SetupStep | undefined => {
  if (code === "wrong_code" || "username" in fields || "password" in fields) return "you";
  return Object.keys(fields).some((key) => key.startsWith("departments")) ? "departments" : undefined;
};
