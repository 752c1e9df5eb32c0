import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor, asReader } from '#db/as-actor';
import { isLate } from '~/allocation/rules/backdating';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { attendanceFaults, lateReasonFault, savedCountText, sessionLockText } from '~/training/finding-text';
import { attendanceForm } from '~/training/forms';
import { cellsOf, fillEmpty, sessionLock } from '~/training/rules/attendance';
import { findSession, recordAttendance } from '~/training/store';
import { AttendancePage } from '~/training/views/attendance-page';
import { readForm } from '~/ui/form/read-form';
import { found } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only('provider') };

export const meta = () => [{ title: pageTitle('Anwesenheit eines Termins', 'Anwesenheit') }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const whole = found(await asReader(requireActor(context), (tx) => findSession(tx, params.sitzung ?? '')));
  const lock = sessionLock(whole.session, context.today);
  const isSaved = new URL(request.url).searchParams.get('gespeichert') === 'anwesenheit';
  return {
    ...whole,
    rows: cellsOf(whole, whole.session),
    closed: lock && sessionLockText(lock),
    isLate: isLate(whole.session.day, context.today, 'told'),
    saved: isSaved ? 'Anwesenheit gespeichert.' : null,
  };
}

/** Rows may have been saved although the answer says 422. */
export const shouldRevalidate = () => true;

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const sessionId = params.sitzung ?? '';
  const form = await readForm(request, attendanceForm);
  if (!form.ok) {
    found(await asReader(actor, (tx) => findSession(tx, sessionId)));
    return data({ errors: form.errors, typed: form.typed }, 422);
  }
  const { sheet, fill, cells, lateReason } = form.value;
  if (fill !== undefined) {
    const { session, ...whole } = found(await asReader(actor, (tx) => findSession(tx, sessionId)));
    return data({ typed: fillEmpty(form.typed, cellsOf(whole, session)), sheet });
  }
  const result = found(
    await asActor(actor, (tx) =>
      recordAttendance(tx, actor, sessionId, { cells, lateReason }, context.today),
    ),
  );
  if (!result.ok) {
    const locks = result.findings.flatMap((finding) =>
      finding.code === 'backdateReasonMissing' ? [] : [sessionLockText(finding)],
    );
    const errors = locks.length === 0 ? lateReasonFault : {};
    return data({ findings: locks, errors, typed: form.typed, sheet }, 409);
  }
  const { count, faults } = result.value;
  if (faults.length === 0) return redirect(`${paths.sessionAttendance(sessionId)}?gespeichert=anwesenheit`);
  return data(
    { errors: attendanceFaults(faults), savedRows: savedCountText(count), typed: form.typed, sheet },
    422,
  );
}

export default function Route() {
  return <AttendancePage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />;
}
