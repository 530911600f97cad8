import { postJson } from "./request.ts";

/** `code` is the one printed in the server's terminal. */
export interface FirstAdmin {
  code: string;
  username: string;
  password: string;
  /** Begin with the example workspace … */
  demo: boolean;
  /** … or with these departments, the first of which is the admin's own. */
  departments: { name: string; is_creative: boolean }[];
}

/** Makes the first admin of a new server, and the workspace they begin with. */
export const makeFirstAdmin = ({ departments, ...admin }: FirstAdmin) =>
  postJson("/api/auth/first-admin/", admin.demo ? admin : { ...admin, departments });
