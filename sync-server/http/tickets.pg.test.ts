import { beforeAll, describe, expect, it } from "vitest";
import { departments, people, products, type SampleUsername } from "../../shared/sample-world.ts";
import { createSessions } from "../auth/sessions.ts";
import { listTickets } from "../store/ticket-list.ts";
import { countStatements } from "../testing/count-statements.ts";
import { createTestApp, type TestClient } from "../testing/test-app.ts";

const server = await createTestApp();
const clients = new Map<SampleUsername, TestClient>();
const as = async (username: SampleUsername): Promise<TestClient> => {
  const known = clients.get(username) ?? (await server.as(username));
  clients.set(username, known);
  return known;
};
const banner = {
  title: "Autumn banner",
  request_type: "website_banner",
  criteria: "image",
  description: "Two sizes.\nNo text.",
};
const create = async (by: SampleUsername, more: Record<string, unknown> = {}) => {
  const { status, body } = await (await as(by)).post("/api/tickets/", { ...banner, ...more });
  expect(status).toBe(201);
  return body as { id: string; status: string; number: number };
};
const act = async (by: SampleUsername, id: string, command: string, body: unknown = {}) =>
  (await as(by)).post(`/api/tickets/${id}/${command}/`, body);

describe("a ticket", () => {
  it("is created and submitted, with the requester's department and a number", async () => {
    const ticket = await create("marketing-1");
    expect(ticket).toMatchObject({
      kind: "creative",
      title: banner.title,
      description: banner.description,
      description_html: "<p>Two sizes.</p><p>No text.</p>",
      status: "requested",
      priority: "medium",
      department: departments.marketing.id,
      requester: people["marketing-1"].id,
      criteria: "image",
      is_overdue: false,
      is_deleted: false,
    });
    expect(ticket.number).toBeGreaterThanOrEqual(1001);
  });

  it("tells who wrote in it, to those who may read it", async () => {
    const { id } = await create("marketing-1");
    await act("marketing-head", id, "approve");
    const { body } = await (await as("creative-head")).get(`/api/tickets/${id}/writers/`);
    const written = body as { results: { client: number; user: string }[] };
    expect(new Set(written.results.map(({ user }) => user))).toEqual(
      new Set([people["marketing-1"].id, people["marketing-head"].id]),
    );
    expect((await (await as("sales-1")).get(`/api/tickets/${id}/writers/`)).status).toBe(404);
  });

  it("goes through the workflow by commands", async () => {
    const { id } = await create("marketing-1", {
      request_type: "photoshoot",
      scheduled_start: "2030-01-02T09:00:00+01:00",
      scheduled_end: "2030-01-02T12:00:00Z",
    });
    expect((await act("marketing-head", id, "approve")).body.status).toBe("pending_creative");
    const assigned = await act("creative-head", id, "approve", {
      assigned_to: people["creative-1"].id,
      collaborators: [people["creative-2"].id],
    });
    expect(assigned.body).toMatchObject({
      status: "approved",
      assigned_to: people["creative-1"].id,
      scheduled_start: "2030-01-02T08:00:00.000Z",
    });
    const reassigned = await act("creative-head", id, "assign", { assigned_to: people["creative-3"].id });
    expect(reassigned.body).toMatchObject({ assigned_to: people["creative-3"].id });
    expect((await act("creative-3", id, "start")).body.status).toBe("in_progress");
    expect((await act("creative-3", id, "complete", { actual_end: "2030-01-02T12:30:00Z" })).body.status).toBe(
      "completed",
    );
    const back = await act("marketing-1", id, "request_revision", { revision_comments: "Brighter, please" });
    expect(back.body).toMatchObject({ status: "in_progress", revision_count: 1 });
    await act("creative-3", id, "complete", { actual_end: "2030-01-02T13:00:00Z" });
    expect((await act("marketing-1", id, "confirm")).body.confirmed_at).not.toBeNull();
    expect((await act("marketing-1", id, "confirm")).body.error.code).toBe("already_confirmed");
  });

  it("refuses with a reason: 409 where the ticket stands elsewhere, 403 where the right is missing", async () => {
    const { id } = await create("marketing-1");
    const notMine = await act("marketing-1", id, "approve");
    expect([notMine.status, notMine.body.error.code]).toEqual([403, "forbidden"]);
    expect((await act("marketing-head", id, "reject", { reason: "Not this quarter" })).body).toMatchObject({
      status: "rejected",
      rejection_reason: "Not this quarter",
    });
    const late = await act("marketing-head", id, "approve");
    expect(late.status).toBe(409);
    expect(late.body.error).toMatchObject({
      code: "wrong_status",
      facts: { status: "rejected", by: people["marketing-head"].id },
    });
    expect(late.body.error.message).toMatch(/\w/);
    const held = await create("marketing-1");
    expect((await act("marketing-head", held.id, "approve", { seen: "another" })).body.error.code).toBe(
      "brief_changed",
    );
    expect((await act("marketing-head", held.id, "reject", {})).body.error).toMatchObject({
      code: "invalid",
      fields: { reason: "is required" },
    });
  });

  it("is not created where it could not be submitted", async () => {
    const client = await as("marketing-2");
    const before = (await server.sql`select from log`).length;
    const sent = { title: " ", request_type: "ads", items: [{ product: products.brandBook.id, quantity: 1 }] };
    const { status, body } = await client.post("/api/tickets/", sent);
    expect(status).toBe(422);
    expect(body.error).toMatchObject({
      code: "incomplete",
      fields: { title: "required", items: "wrong_product_category" },
    });
    expect((await server.sql`select from log`).length).toBe(before);
  });

  it.each(["status", "requester", "assigned_to", "created_at", "deadline", "state", "number"])(
    "[T13] refuses the field %s in a new one",
    async (key) => {
      const { status, body } = await (await as("marketing-1")).post("/api/tickets/", { ...banner, [key]: "x" });
      expect([status, body.error.fields]).toEqual([400, { [key]: "is not a field of this" }]);
    },
  );

  it("[T37] is created once under one Idempotency-Key, with one answer", async () => {
    const client = await as("sales-1");
    const headers = { "idempotency-key": "once-only" };
    const answers = await Promise.all([1, 2, 3].map(() => client.post("/api/tickets/", banner, headers)));
    const later = await client.post("/api/tickets/", banner, headers);
    const created = answers.filter(({ status }) => status === 201);
    expect(created.length).toBeGreaterThanOrEqual(1);
    for (const { status, text } of answers) if (status !== 409) expect(text).toBe(created[0]?.text);
    expect([later.status, later.text]).toEqual([201, created[0]?.text]);
    expect((await client.post("/api/tickets/", { ...banner, title: "Other" }, headers)).body.error.code).toBe(
      "key_reused",
    );
    const { body } = await client.get(`/api/tickets/?requester=${people["sales-1"].id}`);
    expect(body.count).toBe(1);
  });

  it("keeps comments with their authors", async () => {
    const { id } = await create("marketing-1");
    const first = await act("marketing-head", id, "comments", { body: "Which size?" });
    expect([first.status, first.body.author]).toEqual([201, people["marketing-head"].id]);
    await act("marketing-1", id, "comments", { body: "<b>Both</b>", parent: first.body.id });
    const { body } = await (await as("creative-head")).get(`/api/tickets/${id}/comments/`);
    expect(body.results.map((one: { body: string; parent: string | null }) => [one.body, one.parent])).toEqual([
      ["Which size?", null],
      ["<b>Both</b>", first.body.id],
    ]);
    expect((await act("marketing-1", id, "comments", { body: "x", author: people.admin.id })).status).toBe(400);
  });
});

describe("[T12] whose ticket it is", () => {
  it("decides who sees it: for others it does not exist", async () => {
    const { id } = await create("marketing-1");
    const unknown = "01a20a6b-22bd-79d3-a966-b9cccf836fff";
    for (const outsider of ["sales-1", "sales-head", "creative-1", "marketing-2"] as const) {
      const client = await as(outsider);
      const paths = ["", "comments/"].map((rest) => [`/api/tickets/${id}/${rest}`, `/api/tickets/${unknown}/${rest}`]);
      for (const [foreign, missing] of paths as [string, string][]) {
        const [a, b] = [await client.get(foreign), await client.get(missing)];
        expect([a.status, a.text]).toEqual([404, b.text]);
      }
      for (const [command, body] of commands) {
        const [a, b] = [await act(outsider, id, command, body), await act(outsider, unknown, command, body)];
        expect([command, a.status, a.text]).toEqual([command, 404, b.text]);
      }
    }
    for (const insider of ["marketing-1", "marketing-head", "creative-head", "admin"] as const) {
      expect((await (await as(insider)).get(`/api/tickets/${id}/`)).status).toBe(200);
    }
    expect((await server.sql`select from log where ticket_id = ${unknown}`).length).toBe(0);
  });
});

const commands: [string, unknown][] = [
  ["approve", {}],
  ["reject", { reason: "x" }],
  ["assign", { assigned_to: people["creative-1"].id }],
  ["start", {}],
  ["complete", {}],
  ["confirm", {}],
  ["request_revision", { revision_comments: "x" }],
  ["comments", { body: "x" }],
];

describe("the list", () => {
  const list = async (by: SampleUsername, query: string) => (await as(by)).get(`/api/tickets/?${query}`);
  const titles = async (by: SampleUsername, query: string) =>
    (await list(by, query)).body.results.map((one: { title: string }) => one.title);
  let bannerId = "";

  beforeAll(async () => {
    await server.sql`truncate log, tickets, events`;
    const a = await create("marketing-1", { title: "Alpha poster", priority: "low", product: products.brandBook.id });
    bannerId = a.id;
    const b = await create("marketing-1", {
      title: "Beta film",
      request_type: "socmed_posting",
      file_format: "video_portrait",
      priority: "urgent",
      criteria: null,
    });
    await create("sales-1", {
      title: "Gamma ads",
      request_type: "ads",
      criteria: null,
      priority: "high",
      items: [{ product: products.videoAd.id, quantity: 2 }],
    });
    await create("creative-1", { title: "Delta sketch" });
    await act("marketing-head", b.id, "approve");
    await act("creative-head", b.id, "approve", {
      assigned_to: people["creative-1"].id,
      collaborators: [people["creative-2"].id],
    });
    await server.sql`update tickets set deadline = now() - interval '1 hour' where id = ${b.id}`;
  });

  it.each<[SampleUsername, string, string[]]>([
    ["creative-head", "", ["Delta sketch", "Gamma ads", "Beta film", "Alpha poster"]],
    ["marketing-1", "", ["Beta film", "Alpha poster"]],
    ["creative-1", "", ["Delta sketch", "Beta film"]],
    ["marketing-2", "", []],
    ["admin", "status=requested", ["Gamma ads", "Alpha poster"]],
    ["admin", "status=requested,approved&ordering=created_at", ["Alpha poster", "Beta film", "Gamma ads"]],
    ["admin", "status=requested&status=approved&ordering=created_at", ["Alpha poster", "Beta film", "Gamma ads"]],
    ["admin", "priority=urgent", ["Beta film"]],
    ["admin", `department=${departments.sales.id}`, ["Gamma ads"]],
    ["admin", `assigned_to=${people["creative-1"].id}`, ["Beta film"]],
    ["admin", `requester=${people["sales-1"].id},${people["creative-1"].id}`, ["Delta sketch", "Gamma ads"]],
    ["admin", "request_type=socmed_posting", ["Beta film"]],
    ["admin", `product=${products.videoAd.id}`, ["Gamma ads"]],
    ["admin", `product=${products.videoAd.id},${products.brandBook.id}`, ["Gamma ads", "Alpha poster"]],
    ["admin", "kind=creative&page_size=1", ["Delta sketch"]],
    ["admin", "kind=support", []],
    ["admin", "category=technical", []],
    ["admin", "search=bet", ["Beta film"]],
    ["admin", "search=FILM%20beta", ["Beta film"]],
    ["admin", "search=p%C3%B3ster", ["Alpha poster"]],
    ["admin", "search=no%20text&ordering=created_at&page_size=1", ["Alpha poster"]],
    ["admin", "search=%27%20%26%20%7C%20%21%20%3A%2A", ["Delta sketch", "Gamma ads", "Beta film", "Alpha poster"]],
    ["admin", "search=zeppelin", []],
    ["admin", "overdue=true", ["Beta film"]],
    ["admin", "overdue=false&status=requested", ["Gamma ads", "Alpha poster"]],
    ["creative-1", "my_tasks=true", ["Beta film"]],
    ["creative-2", "my_tasks=true", ["Beta film"]],
    ["admin", "my_tasks=true", []],
    ["admin", "created_after=2030-01-01T00:00:00Z", []],
    ["admin", "created_before=2030-01-01T00:00:00Z&search=alpha", ["Alpha poster"]],
    ["admin", "updated_after=2030-01-01T00:00:00Z", []],
    ["admin", "ordering=-priority", ["Beta film", "Gamma ads", "Delta sketch", "Alpha poster"]],
    ["admin", "ordering=deadline&page_size=1", ["Beta film"]],
    ["admin", "ordering=-number", ["Delta sketch", "Gamma ads", "Beta film", "Alpha poster"]],
    ["admin", "ordering=-updated_at&page_size=1", ["Beta film"]],
  ])("of %s with '%s'", async (by, query, expected) => {
    expect(await titles(by, query)).toEqual(expected);
  });

  it("finds a ticket by its number", async () => {
    const { body } = await (await as("admin")).get(`/api/tickets/${bannerId}`);
    expect(await titles("admin", `search=${body.number}`)).toEqual(["Alpha poster"]);
  });

  it("comes in pages with links to their neighbours", async () => {
    const { body } = await list("admin", "page=2&page_size=3&priority=low,medium,high,urgent");
    expect(body).toMatchObject({ count: 4, total_pages: 2, current_page: 2, page_size: 3, next: null });
    expect(body.results).toHaveLength(1);
    const previous = await (await as("admin")).get(body.previous);
    expect(previous.body.results).toHaveLength(3);
    expect(previous.body.next).toContain("page=2");
    expect((await list("admin", "page=9")).body).toMatchObject({ results: [], count: 4 });
  });

  it.each([
    ["page_size=101", "page_size"],
    ["page=0", "page"],
    ["page=x", "page"],
    ["status=done", "status.0"],
    ["department=marketing", "department.0"],
    ["ordering=title", "ordering"],
    ["created_after=yesterday", "created_after"],
    ["overdue=maybe", "overdue"],
    ["state=draft", "state"],
  ])("refuses '%s'", async (query, field) => {
    const { status, body } = await list("admin", query);
    expect([status, Object.keys(body.error.fields)]).toEqual([400, [field]]);
  });

  it("takes two statements whatever is asked for, beside the one for the session", async () => {
    const { secret } = await server.sessions.create(people.admin.id, { userAgent: "", address: "" });
    const counted = countStatements(server.sql);
    await createSessions(counted.sql).validate(secret);
    expect(counted.count()).toBe(1);
    const page = {
      ordering: "deadline",
      descending: true,
      page: 1,
      pageSize: 100,
      now: new Date().toISOString(),
    } as const;
    const filter = { status: ["requested", "approved"], search: "alpha", product: [products.brandBook.id] };
    const { rows } = await listTickets(counted.sql, people.admin, server.directory.current(), { filter, ...page });
    expect([counted.count(), rows.length]).toEqual([3, 1]);
  });
});
