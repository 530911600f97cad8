/** Sessions somebody has ended from elsewhere: their device is told to remove what it holds. */
export const revokedSessions = `
create table revoked_sessions (
  -- SHA-256 of the session's secret, hex.
  id text primary key,
  revoked_at timestamptz not null
);
create index revoked_sessions_age on revoked_sessions (revoked_at);
`;
