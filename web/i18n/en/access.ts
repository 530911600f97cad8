import { plural } from "./plural.ts";

export const access = {
  login: {
    heading: "Log in",
    username: "Username",
    password: "Password",
    submit: "Log in",
    showPassword: "Show what is typed",
    hidePassword: "Hide what is typed",
    register: "Register",
    ended: "Your session has ended. Your work is still on this device, and goes on without signing in.",
    goOn: "Go on working",
    contactAdmin: "Contact admin",
    unsentOfOther: ({ username, waiting }: { username: string | null; waiting: number }) =>
      `${username ?? "Somebody else"} has ${plural(waiting, "change", "changes")} on this device that the server does not have. Let ${username ?? "them"} log in to send what is theirs, or remove it for good.`,
    removeAndLogIn: "Remove it and log in",
  },
  register: {
    heading: "Register",
    intro: "An admin looks at every new account before it opens.",
    username: "Username",
    email: "E-mail",
    firstName: "First name",
    lastName: "Last name",
    department: "Department",
    chooseDepartment: "Choose a department",
    password: "Password",
    passwordHint: "At least 8 characters.",
    submit: "Register",
    done: { title: "Thank you", text: "An admin has to approve your account. Then you can log in." },
    toLogin: "Log in",
  },
  /** By the code of an answer to login, register or setup. */
  errors: {
    invalid_credentials: "Username and password do not match.",
    account_locked: "Too many wrong passwords. Try again in half an hour, or ask an admin to unlock the account.",
    account_pending: "An admin has not approved this account yet.",
    account_inactive: "This account is closed. An admin can open it again.",
    too_many_requests: "Too many attempts. Wait a minute and try again.",
    offline: "There is no connection to the server.",
    wrong_code: "This is not the code from the terminal.",
    already_set_up: "This server has its admin already.",
    weak_password: "Choose a password of at least 8 characters that is not among the common ones.",
    not_empty: "Somebody has registered already, so the example workspace no longer fits. Start empty.",
    invalid: "Some fields need another look.",
  } as Record<string, string>,
  unknownError: "That did not work. Try again in a moment.",
};
