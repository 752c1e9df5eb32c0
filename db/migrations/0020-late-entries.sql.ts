/** Why: what is entered long after it happened says why, with a word of a list: these tables hold no sentences (ADR 13). */
export const name = '0020-late-entries';

const reasons = ['staffAbsent', 'feedbackLate', 'portalDown', 'overlooked'];
const list = (codes: readonly string[]) => codes.map((code) => `'${code}'`).join(', ');

export const sql = `
alter table contact add column late_reason text constraint contact_late_reason_known
  check (late_reason in (${list([...reasons, 'correction'])}));
-- Not asked of what older releases marked without a reason.
alter table contact add constraint contact_late_told check (is_backdated = (late_reason is not null)) not valid;

alter table attendance add column late_reason text constraint attendance_late_reason_known
  check (late_reason in (${list(reasons)}));
grant update (late_reason) on attendance to portal_provider;
`;
