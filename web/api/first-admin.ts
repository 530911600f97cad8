import { postJson } from "./request.ts";

/** `code` is the one printed in the server's terminal. */
export interface FirstAdmin {
  code: string;
  username: string;
  password: string;
  /** Fill the empty server with the demo workspace. */
  demo: boolean;
}

/** Makes the first admin of a new server. */
export const makeFirstAdmin = (admin: FirstAdmin) => postJson("/api/auth/first-admin/", { ...admin });
