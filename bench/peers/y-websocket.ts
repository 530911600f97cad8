/** @y/websocket-server as its README sets it up; YPERSISTENCE=<folder> keeps documents in LevelDB, else in memory. */
import { createServer } from "node:http";
import { setupWSConnection } from "@y/websocket-server/utils";
import { WebSocketServer } from "ws";
import { serveControl } from "../serve-control.ts";

const server = createServer();
const sockets = new WebSocketServer({ server });
sockets.on("connection", setupWSConnection);
server.listen(0, "127.0.0.1");
serveControl(server);
