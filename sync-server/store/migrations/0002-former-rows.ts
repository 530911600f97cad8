/** What a list row replaced, so that the feed can tell who lost the right to read it. */
export const formerRows = `
alter table tickets
  -- The transaction that wrote the row before this one, and the facts that decided then who might read it.
  add column former_xid xid8,
  add column former_access jsonb;
`;
