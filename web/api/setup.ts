import { postJson } from "./post-json.ts";

export interface Setup {
  code: string;
  username: string;
  password: string;
  demo: boolean;
}

/** Makes the first admin of a new server; `code` is printed in its terminal. */
export const setUp = (setup: Setup) => postJson("/api/auth/first-admin/", setup);
