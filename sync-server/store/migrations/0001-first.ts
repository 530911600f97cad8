/** The log and what is kept beside it, the lists' projection, people and their sessions. */
export const first = `
create table meta (
  only_row boolean primary key default true check (only_row),
  -- Which history this database holds: a device of another epoch starts over.
  epoch text not null default gen_random_uuid()::text
);
insert into meta default values;

create table log (
  ticket_id text collate "C" not null,
  seq bigint not null check (seq > 0),
  entry_id uuid not null,
  update bytea not null,
  user_id uuid not null,
  at timestamptz not null,
  repairs jsonb,
  primary key (ticket_id, seq)
);
-- Updates are small and hardly shrink; compressing them costs time at every keystroke.
alter table log alter column update set storage external;
-- What the server put back, asked for when a device returns: few rows of many.
create index log_repairs on log (ticket_id, user_id, seq) where repairs is not null;

create table snapshots (
  ticket_id text collate "C" not null,
  seq bigint not null,
  state bytea not null,
  owners jsonb not null,
  hash bytea not null,
  primary key (ticket_id, seq)
);

create sequence ticket_numbers start 1001;

-- Projected from the log, rebuildable at any time.
create table tickets (
  id text collate "C" primary key,
  seq bigint not null,
  -- The transaction that wrote this row last: feeds read below the oldest one still running.
  change_xid xid8 not null default pg_current_xact_id(),
  number bigint,
  kind text not null,
  status text not null,
  priority text not null,
  priority_rank smallint not null,
  title text not null,
  department uuid,
  request_type text,
  category text,
  requester uuid,
  assignee uuid,
  collaborators uuid[] not null,
  suggested uuid[] not null,
  products uuid[] not null,
  deadline timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  submitted_at timestamptz,
  is_trashed boolean not null,
  words tsvector not null,
  summary jsonb not null
);
create index tickets_change on tickets (change_xid, id);
-- What lists filter by and sort by, so that counting and finding a page does not touch the rows (about 1 kB each).
create index tickets_listed on tickets (is_trashed, status, department) include (
  id, requester, assignee, priority, priority_rank, request_type, kind, category, number, deadline,
  created_at, updated_at, collaborators, suggested, products
);
-- Orders that a first page can be read from directly, and people who see few of all tickets.
create index tickets_created on tickets (created_at desc, id desc);
create index tickets_updated on tickets (updated_at desc, id desc);
create index tickets_deadline on tickets (deadline, id);
create index tickets_number on tickets (number desc);
create index tickets_requester on tickets (requester);
create index tickets_assignee on tickets (assignee);
create index tickets_people on tickets using gin (collaborators);
create index tickets_suggested on tickets using gin (suggested);
create index tickets_products on tickets using gin (products);
create index tickets_words on tickets using gin (words);

-- Tickets whose description moved on while their row has not yet.
create table projection_pending (
  ticket_id text collate "C" primary key,
  seq bigint not null
);

-- What happened, once for every action: history, and the outbox of everything that tells people.
create table events (
  id bigint generated always as identity primary key,
  ticket_id text collate "C" not null,
  action_id text not null,
  type text not null,
  actor uuid not null,
  at timestamptz not null,
  event jsonb not null,
  unique (ticket_id, action_id)
);

create table directory_version (
  only_row boolean primary key default true check (only_row),
  version bigint not null default 1
);
insert into directory_version default values;

create table departments (
  id uuid primary key,
  name text not null check (name <> ''),
  description text not null default '',
  head uuid,
  is_creative boolean not null default false,
  is_active boolean not null default true
);
create unique index departments_name on departments (lower(name));

create table products (
  id uuid primary key,
  name text not null check (name <> ''),
  category text not null check (category in ('general', 'ads', 'telegram')),
  media_type text not null check (media_type in ('image', 'video')),
  is_active boolean not null default true
);

create table users (
  id uuid primary key,
  username text not null,
  email text,
  first_name text not null default '',
  last_name text not null default '',
  role text not null check (role in ('admin', 'manager', 'member')),
  -- Somebody who registered may have named none; an admin gives one with the approval.
  department uuid references departments (id),
  telegram_username text,
  time_zone text not null default 'UTC',
  password_hash text not null,
  -- 'pending' waits for an admin; 'inactive' was active once.
  status text not null check (status in ('pending', 'active', 'inactive')),
  created_at timestamptz not null,
  approved_by uuid,
  approved_at timestamptz,
  check (status = 'pending' or department is not null)
);
create unique index users_username on users (lower(username));
create unique index users_email on users (lower(email)) where email is not null;
alter table departments add foreign key (head) references users (id);

create table sessions (
  -- SHA-256 of the session's secret; the secret itself is only with its owner.
  id text collate "C" primary key,
  -- A name for lists and for ending it; says nothing about the secret.
  public_id uuid not null unique default gen_random_uuid(),
  user_id uuid not null references users (id) on delete cascade,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  user_agent text not null default '',
  address text not null default ''
);
create index sessions_user on sessions (user_id);
create index sessions_expiry on sessions (expires_at);

-- Wrong passwords in a row, per account, address and known device.
create table login_failures (
  subject text primary key,
  failures integer not null,
  locked_until timestamptz,
  updated_at timestamptz not null
);

create table known_devices (
  -- SHA-256 of the device cookie's secret.
  id text collate "C" not null,
  user_id uuid not null references users (id) on delete cascade,
  last_used_at timestamptz not null,
  primary key (id, user_id)
);

create table idempotency_keys (
  user_id uuid not null,
  key text not null,
  request_hash text not null,
  -- Null while the first request is under way.
  status integer,
  body text,
  created_at timestamptz not null,
  primary key (user_id, key)
);
create index idempotency_keys_age on idempotency_keys (created_at);

create table audit_log (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor uuid,
  what text not null,
  subject text not null,
  facts jsonb not null
);
create function audit_log_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log only grows';
end $$;
create trigger audit_log_append_only before update or delete or truncate on audit_log
  for each statement execute function audit_log_is_append_only();
`;
