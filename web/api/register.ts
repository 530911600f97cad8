import { postJson } from "./post-json.ts";

export interface Registration {
  username: string;
  email: string;
  firstName: string;
  lastName: string;
  department: string;
  password: string;
}

/** Asks for an account; an admin has to approve it. */
export const register = ({ firstName, lastName, department, email, ...rest }: Registration) =>
  postJson("/api/auth/register/", {
    ...rest,
    ...(email === "" ? {} : { email }),
    ...(department === "" ? {} : { department }),
    first_name: firstName,
    last_name: lastName,
  });
