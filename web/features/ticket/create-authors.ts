import { type Accessor, createEffect, createMemo, createSignal, on } from "solid-js";
import type { UserId } from "../../../shared/ids.ts";
import { readWriters } from "../../api/writers.ts";
import type { ChangeAuthors } from "../../parts/changes/brief-changes.tsx";
import { authorsOfChange } from "../../presentation/authors-of-change.ts";
import { nameFor } from "../../presentation/names.ts";
import { useTicketPage } from "./ticket-context.ts";

const nobody: ChangeAuthors = { ofField: () => [], ofParagraph: () => [] };

/** Who made the changes of this ticket's brief; asked of the server once they are shown. Without a network nobody is named. */
export const createAuthors = (isShown: Accessor<boolean>): Accessor<ChangeAuthors> => {
  const { open, ticket, me, directory } = useTicketPage();
  const [writers, setWriters] = createSignal<ReadonlyMap<number, UserId>>(new Map());
  createEffect(
    on([isShown, () => ticket().id], ([shown, id]) => {
      if (shown) void readWriters(id).then(setWriters);
    }),
  );
  return createMemo(() => {
    const known = writers();
    if (!isShown() || known.size === 0) return nobody;
    // The document is read as it is; this says when it is another.
    ticket();
    const written = open.writtenBy();
    const namesOf = (clients: readonly number[]) => {
      const users = new Set(clients.flatMap((client) => known.get(client) ?? []));
      return [...users].map((user) => nameFor(user, me().id, directory()));
    };
    return {
      ofField: ({ key }) => {
        const client = written.fieldClient(key);
        return client === null ? [] : namesOf([client]);
      },
      ofParagraph: (change) => namesOf(authorsOfChange(change, written.lines)),
    };
  });
};
