/** Hocuspocus with its database extension on a table of PostgreSQL; everything else as it comes. */
import { Database } from "@hocuspocus/extension-database";
import { Server } from "@hocuspocus/server";
import postgres from "postgres";
import type { DatabaseAddress } from "../../sync-server/store/sql.ts";
import { serveControl } from "../serve-control.ts";

const sql = postgres(JSON.parse(process.env.BENCH_DATABASE ?? "") as DatabaseAddress);
const server = new Server({
  address: "127.0.0.1",
  port: 0,
  quiet: true,
  extensions: [
    new Database({
      fetch: async ({ documentName }) => {
        const [row] = await sql<{ data: Uint8Array }[]>`select data from documents where name = ${documentName}`;
        return row?.data ?? null;
      },
      store: async ({ documentName, state }) => {
        await sql`
          insert into documents (name, data) values (${documentName}, ${state})
          on conflict (name) do update set data = excluded.data`;
      },
    }),
  ],
});
serveControl(server.httpServer);
await server.listen();
