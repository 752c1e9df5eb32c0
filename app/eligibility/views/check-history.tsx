import { Link } from '@remix-run/react';
import { Badge } from '~/ui/data';
import { TextAreaField, YesNoField } from '~/ui/form/fields';
import { PortalForm, type FormReply } from '~/ui/form/portal-form';
import { formatMoment } from '~/ui/moment';
import { paths } from '~/ui/paths';
import { formatDay } from '~/values/calendar';
import type { KeptCheck } from '../check';
import { consentForm } from '../forms';
import { isRuleBookKey } from '../rule-book';
import { ruleBook } from '../rule-books';
import { FindingList } from './finding-list';

interface Props {
  readonly clientId: string;
  readonly checks: readonly KeptCheck[];
  readonly mayCheck: boolean;
  /** The actor leads the team and may answer what waits; own questions apart. */
  readonly mayConsentAs: string | null;
  readonly reply: FormReply | undefined;
}

/** The checks of a client, newest first, each as it was decided. */
export function CheckHistory({ clientId, checks, mayCheck, mayConsentAs, reply }: Props) {
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Zugangsprüfungen</h2>
      {checks.length === 0 && <p>Der Zugang ist noch nicht geprüft.</p>}
      {checks.map((check) => (
        <CheckEntry key={check.id} check={check}>
          {mayConsentAs !== null && isWaiting(check) && check.consent?.askedById !== mayConsentAs && (
            <PortalForm
              schema={consentForm}
              reply={reply}
              submit="Entscheidung festhalten"
              hidden={{ form: 'consent', checkId: check.id }}
              id={`zustimmung-${check.id}`}
            >
              <YesNoField name="isGranted" label="Stimmen Sie dem Zugang zu?" />
              <TextAreaField
                name="consentReason"
                label="Gründe"
                hint="Keine Diagnosen, keine Angaben über Dritte."
                rows={3}
              />
            </PortalForm>
          )}
        </CheckEntry>
      ))}
      {mayCheck && (
        <p className="kern-btn-wrapper">
          <Link className="kern-btn kern-btn--primary" to={paths.checkClient(clientId)}>
            <span className="kern-label">Zugang prüfen</span>
          </Link>
        </p>
      )}
    </section>
  );
}

function isWaiting({ consent }: KeptCheck): boolean {
  return consent !== null && consent.isGranted === null;
}

function CheckEntry({ check, children }: { readonly check: KeptCheck; readonly children: React.ReactNode }) {
  const about = check.measure?.title ?? 'Fallmanagement (bFM)';
  return (
    <details open={isWaiting(check)}>
      <summary>
        {formatDay(check.checkedOn)}: {about}, {decisionText(check)}{' '}
        {isWaiting(check) && <Badge kind="info">wartet auf die Teamleitung</Badge>}
      </summary>
      <p className="mp-small">
        Entschieden von {check.byName}, {formatMoment(check.createdAt)}
        {check.book && `, nach ${bookName(check.book)}`}
        {check.recheckOn && `. Erneute Prüfung bis ${formatDay(check.recheckOn)}`}.
      </p>
      {check.ground && <p>Art des Grundes: {groundLabel(check)}</p>}
      {check.reason && <p>Gründe: {check.reason}</p>}
      {check.consent?.decidedAt && (
        <p>
          Teamleitung {check.consent.decidedByName}, {formatMoment(check.consent.decidedAt)}:{' '}
          {check.consent.isGranted ? 'zugestimmt' : 'abgelehnt'}. {check.consent.reason}
        </p>
      )}
      <FindingList
        caption={`Prüfung vom ${formatDay(check.checkedOn)}, ${about}`}
        findings={check.findings}
      />
      {children}
    </details>
  );
}

function decisionText({ decision, consent }: KeptCheck): string {
  if (decision === 'refused') return 'kein Zugang';
  if (consent?.isGranted === false) return 'Zugang von der Teamleitung abgelehnt';
  return decision === 'exception' ? 'Zugang im Einzelfall' : 'Zugang möglich';
}

function bookName(key: string): string {
  return isRuleBookKey(key) ? ruleBook(key).name : key;
}

function groundLabel({ book, ground }: KeptCheck): string | null {
  if (!isRuleBookKey(book)) return ground;
  return ruleBook(book).access.exceptionGrounds.value.find(({ key }) => key === ground)?.label ?? ground;
}
