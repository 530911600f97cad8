import type * as Y from "yjs";
import type { Person } from "../../shared/access/directory.ts";
import type { TicketId } from "../../shared/ids.ts";

/** One ticket's life, told before it is lived through the rules. */
export interface Story {
  id: TicketId;
  /** In order of time. */
  beats: Beat[];
  /** Gets a number. */
  isSubmitted: boolean;
}

/** One person's one update. `write` gets the document as it stands then, and writes as that person. */
export interface Beat {
  atMs: number;
  by: Person;
  write(doc: Y.Doc): void;
}
