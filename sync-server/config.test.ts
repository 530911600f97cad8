import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseConfig } from "./config.ts";

describe("the environment", () => {
  it("has a default for everything", () => {
    expect(parseConfig({})).toMatchObject({
      ok: true,
      value: {
        port: 3650,
        host: "127.0.0.1",
        databaseUrl: null,
        publicUrl: null,
        trustProxy: false,
        admin: null,
        corsAllowedOrigins: [],
        appName: "Slate",
        logLevel: "info",
        demoTickets: 60,
      },
    });
  });

  it("is read as what it means; empty counts as absent", () => {
    const config = parseConfig({
      PORT: "8080",
      PUBLIC_URL: "https://slate.example/",
      TRUST_PROXY: "true",
      ADMIN_USERNAME: "olivia",
      ADMIN_PASSWORD: "a-fine-long-sentence",
      CORS_ALLOWED_ORIGINS: "https://a.example, https://b.example:8443",
      DATABASE_URL: "",
      APP_NAME: "",
    });
    expect(config).toMatchObject({
      ok: true,
      value: {
        port: 8080,
        publicUrl: "https://slate.example",
        trustProxy: true,
        admin: { username: "olivia", password: "a-fine-long-sentence" },
        corsAllowedOrigins: ["https://a.example", "https://b.example:8443"],
        databaseUrl: null,
        appName: "Slate",
      },
    });
  });

  it.each([
    [{ PORT: "http" }, "PORT must be a whole number"],
    [{ PORT: "65536" }, "PORT must be at most 65535"],
    [{ DATABASE_URL: "mysql://x" }, "DATABASE_URL must be a postgres:// address"],
    [{ PUBLIC_URL: "slate.example" }, "PUBLIC_URL must be an http or https address"],
    [{ TRUST_PROXY: "maybe" }, "TRUST_PROXY must be true or false"],
    [{ CORS_ALLOWED_ORIGINS: "*" }, "CORS_ALLOWED_ORIGINS must be an http or https address"],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL is no log level"],
    [{ CONTACT_ADMIN: "call me" }, "CONTACT_ADMIN must be a mailto:, https: or tg: link"],
    [{ ADMIN_USERNAME: "olivia" }, "ADMIN_USERNAME and ADMIN_PASSWORD must be set together"],
    [
      { ADMIN_USERNAME: "o", ADMIN_PASSWORD: "a-fine-long-sentence" },
      "ADMIN_USERNAME must be 2–64 of A–Z a–z 0–9 . _ -",
    ],
    [{ ADMIN_USERNAME: "olivia", ADMIN_PASSWORD: "short" }, "ADMIN_PASSWORD must have at least 8 characters"],
    [{ DEMO_TICKETS: "-1" }, "DEMO_TICKETS must be a whole number"],
  ])("%j stops the start with one line", (environment, line) => {
    expect(parseConfig(environment)).toEqual({ ok: false, error: line });
  });

  it("is listed whole in .env.example", () => {
    const example = readFileSync(new URL("../.env.example", import.meta.url), "utf8");
    const listed = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name).sort();
    const source = readFileSync(new URL("./config.ts", import.meta.url), "utf8");
    const read = [...new Set([...source.matchAll(/^ {2}([A-Z_]+): v\./gm)].map(([, name]) => name))].sort();
    expect(listed).toEqual(read);
  });
});
