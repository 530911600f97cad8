import { postJson } from "./request.ts";

/** Named as they are sent, so that what the server says about a field finds it. */
export interface Registration {
  username: string;
  email: string;
  first_name: string;
  last_name: string;
  password: string;
}

/** Asks for an account; an admin has to approve it. */
export const register = (registration: Registration) => postJson("/api/auth/register/", { ...registration });
