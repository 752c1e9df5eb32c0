import { sharedTable } from './policies';

/** Why: an evaluation for the committee needs words beside its figures: an assessment and what is proposed. */
export const name = '0008-measure-evaluation';

export const sql = `
create table measure_evaluation (
  tenant_id uuid not null,
  measure_id uuid not null,
  assessment text,
  proposal text,
  -- Counts the changes: two people who edit at once do not overwrite each other.
  version integer not null default 1,
  primary key (tenant_id, measure_id),
  foreign key (tenant_id, measure_id) references measure (tenant_id, id) on delete cascade
);
${sharedTable('measure_evaluation', ['districtOfficer'])}
`;
