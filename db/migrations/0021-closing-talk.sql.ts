/** Why: the closing talk answers five questions (rule X7), and an exit that was entered wrongly is corrected. */
export const name = '0021-closing-talk';

export const sql = `
alter table care_end add column closing_talk_on date;
-- Which of the questions were talked over; what was said stands in the case file (rule P1).
alter table care_end add column closing_points text[] not null default '{}'
  constraint care_end_closing_points_known
    check (closing_points <@ array['startAndNow', 'goals', 'whatWorked', 'nextSteps', 'offers']);
grant update (closing_talk_on, closing_points, aftercare_until, invite_by) on care_end to portal_app;
`;
