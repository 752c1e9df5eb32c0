/** Why: the start page counts the free places of an authority, among a hundred thousand allocations. */
export const name = '0022-days-on-places';

export const sql = `
-- Who has a place today or later, without reading those who left: all that the count asks for stands in the index.
create index allocation_on_place on allocation (tenant_id, ends) include (place_id, exited_on)
  where place_id is not null and state not in ('notStarted', 'declined');
`;
