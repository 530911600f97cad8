import { randomBytes } from "node:crypto";
import * as Y from "yjs";
import { addComment } from "../../shared/document/write.ts";
import type { CommentId, TicketId } from "../../shared/ids.ts";
import { encodePush } from "../../shared/protocol/messages.ts";
import { people, type SampleUsername } from "../../shared/sample-world.ts";
import { isoTime } from "../../shared/time.ts";
import { createReplica } from "../testing/sync/replica.ts";
import { connectHostile, until } from "./hostile-client.ts";
import type { Target } from "./target.ts";

/** Somebody with much to say, in words that cannot be compressed. */
export interface LongWriter {
  /** Writes so many comments of 9,000 letters, over those before or as new ones; resolves when it is stored, rejects with the code of a refusal. */
  write(comments: number, as: "new" | "again"): Promise<void>;
  leave(): void;
}

export const joinLongWriter = async (
  target: Target,
  username: SampleUsername,
  id: TicketId,
  client: number,
): Promise<LongWriter> => {
  const token = await target.signIn(username);
  const socket = await connectHostile(target, `/sync/${id}`, { token, query: "protocol=1&since=0" });
  await socket.next("welcome");
  const replica = createReplica(client, Y.encodeStateAsUpdate((await target.stored(id)).doc));
  const at = isoTime(Date.now());
  let pushed = 0;
  let written = 0;
  return {
    write: async (comments, as) => {
      const update = replica.edit((doc) => {
        for (let i = 0; i < comments; i++) {
          const commentId = `c${client}-${as === "new" ? written++ : i}` as CommentId;
          const body = randomBytes(6_750).toString("base64");
          addComment(doc, commentId, { author: people[username].id, body, parent: null, createdAt: at });
        }
      });
      socket.send(encodePush({ ref: ++pushed, update }));
      const answers = () => socket.frames.filter(({ kind }) => kind === "acked" || kind === "refused");
      await until(() => answers().length === pushed, 10_000, "no answer");
      const answer = answers().at(-1);
      if (answer?.kind === "refused") throw new Error(answer.code);
    },
    leave: socket.end,
  };
};
