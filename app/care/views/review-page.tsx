import { Link } from '@remix-run/react';
import { deedTexts } from '~/eligibility/book-words';
import type { RuleBookKey } from '~/eligibility/rule-book';
import { ruleBook } from '~/eligibility/rule-books';
import { Facts } from '~/ui/data';
import { SavedMessage } from '~/ui/form/error-summary';
import { RadioField, TextAreaField, YesNoField } from '~/ui/form/fields';
import { PortalForm, type FormReply } from '~/ui/form/portal-form';
import { formatMoment } from '~/ui/moment';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { formatDay } from '~/values/calendar';
import type { CareReview } from '../care';
import { leadForm, reviewForm } from '../forms';
import { asksForConsent, type CourseStep } from '../rules/course';
import { decisionNames, leadAnswerText, leadTaskNames } from '../words';
import { ReviewBadge } from './care-page';

interface Props {
  readonly clientId: string;
  readonly customerNumber: string;
  readonly responsibleName: string;
  readonly book: RuleBookKey;
  readonly allocatedOn: string;
  readonly step: CourseStep;
  readonly review: CareReview | null;
  readonly mayRecord: boolean;
  readonly mayAnswer: boolean;
  /** Reviewer and lead are one: somebody else has to answer. */
  readonly isOwnWork: boolean;
  /** Care beyond the regular length at this case manager; null: the book knows no limit, or it is too early. */
  readonly extended: { readonly is: number; readonly most: number } | null;
  readonly saved: string | null;
  readonly reply: FormReply | undefined;
}

/** One review: who must do what, what was decided, and the team lead's part. */
export function ReviewPage(props: Props) {
  const { step, review, clientId, customerNumber } = props;
  return (
    <Page
      title={`Überprüfung nach ${step.month} Monaten`}
      crumbs={[
        { to: paths.clients(), label: 'Kundinnen und Kunden' },
        { to: paths.client(clientId), label: `Kundennummer ${customerNumber}` },
        { to: paths.care(clientId), label: 'Fallmanagement (bFM)' },
      ]}
      meta={
        <>
          <span>fällig am {formatDay(step.dueOn)}</span>
          <ReviewBadge state={step.state} />
        </>
      }
    >
      {props.saved && <SavedMessage message={props.saved} />}
      <section className="mp-sec">
        <h2 className="kern-heading-small">Worum es geht</h2>
        <Facts
          facts={[
            { label: 'Kundennummer', value: customerNumber },
            { label: 'Zuständig', value: props.responsibleName },
            { label: 'Zugewiesen am', value: formatDay(props.allocatedOn) },
            { label: 'Regelwerk', value: ruleBook(props.book).name },
            { label: 'Wer was tut', value: step.deeds.map((deed) => deedTexts[deed]).join('; ') },
            ...(props.extended
              ? [
                  {
                    label: 'Verlängerte Betreuung',
                    value: `${props.extended.is} von höchstens ${props.extended.most} (Regel C13)`,
                  },
                ]
              : []),
          ]}
        />
      </section>
      {review ? <Recorded {...props} review={review} /> : <ReviewEntry {...props} />}
    </Page>
  );
}

function ReviewEntry({ mayRecord, step, reply }: Props) {
  if (!mayRecord) {
    return <p>Die Überprüfung ist noch nicht festgehalten. Das tut das zuständige Fallmanagement.</p>;
  }
  if (step.state === 'later') {
    return <p>Diese Überprüfung ist ab dem {formatDay(step.opensOn)} möglich.</p>;
  }
  const isLast = step.deeds.includes('careEnds');
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Entscheidung festhalten</h2>
      <PortalForm
        schema={reviewForm}
        reply={reply}
        submit="Überprüfung festhalten"
        hidden={{ form: 'review' }}
      >
        <RadioField
          name="decision"
          label="Geht die Betreuung weiter?"
          hint="Prüfen Sie, ob die Voraussetzungen noch vorliegen und ein Ziel am Arbeitsmarkt bleibt (Regeln D14, D15)."
          choices={[
            {
              value: 'goOn',
              label: 'Fortführung',
              ...(isLast ? { hint: 'Nach der Höchstdauer nicht möglich (Regel D6).' } : {}),
            },
            { value: 'end', label: 'Ende' },
          ]}
        />
        <TextAreaField
          name="reasons"
          label="Gründe"
          hint="Die Teamleitung liest sie mit. Ohne Diagnosen und ohne Angaben über Dritte."
          rows={3}
        />
        <TextAreaField
          name="prospects"
          label="Aussichten auf Erfolg"
          hint="Bei einer Fortführung."
          optional
          rows={3}
        />
      </PortalForm>
    </section>
  );
}

function Recorded(props: Props & { readonly review: CareReview }) {
  const { review, clientId } = props;
  return (
    <>
      <section className="mp-sec">
        <h2 className="kern-heading-small">Entscheidung</h2>
        <Facts
          facts={[
            { label: 'Entscheidung', value: decisionNames[review.decision] },
            { label: 'Gründe', value: review.reasons },
            { label: 'Aussichten auf Erfolg', value: review.prospects },
            {
              label: 'Festgehalten',
              value: `${formatDay(review.recordedOn)}, ${review.recordedByName}`,
            },
          ]}
        />
      </section>
      {review.leadDeed && <LeadPart {...props} leadDeed={review.leadDeed} />}
      <p>
        <Link className="mp-a" to={paths.care(clientId)}>
          Zum Fallmanagement dieser Person
        </Link>
      </p>
    </>
  );
}

function LeadPart({
  review,
  leadDeed,
  mayAnswer,
  isOwnWork,
  reply,
}: Props & { readonly review: CareReview; readonly leadDeed: NonNullable<CareReview['leadDeed']> }) {
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Teamleitung</h2>
      {review.leadAt ? (
        <Facts
          facts={[
            { label: 'Ergebnis', value: leadAnswerText(leadDeed, review.leadIsGranted) },
            ...(review.leadNote ? [{ label: 'Vermerk', value: review.leadNote }] : []),
            { label: 'Wann und wer', value: `${formatMoment(review.leadAt)}, ${review.leadByName ?? ''}` },
          ]}
        />
      ) : mayAnswer ? (
        <PortalForm
          schema={leadForm}
          reply={reply}
          submit={leadDeed === 'teamLeadIsInformed' ? 'Zur Kenntnis genommen' : 'Festhalten'}
          hidden={{ form: 'lead' }}
        >
          <p className="mp-lead">{leadTexts[leadDeed]}</p>
          {asksForConsent(leadDeed) && (
            <YesNoField name="isGranted" label="Stimmen Sie der Entscheidung zu?" />
          )}
          <TextAreaField
            name="note"
            label="Vermerk"
            hint="Ohne Diagnosen und ohne Angaben über Dritte."
            optional={leadDeed === 'teamLeadIsInformed'}
            rows={3}
          />
        </PortalForm>
      ) : (
        <p>
          Offen: {leadTaskNames[leadDeed]}.
          {isOwnWork && ' Über die eigene Überprüfung entscheidet eine andere Teamleitung.'}
        </p>
      )}
    </section>
  );
}

const leadTexts: Readonly<Record<NonNullable<CareReview['leadDeed']>, string>> = {
  teamLeadIsInformed: 'Die Entscheidung geht Ihnen zur Kenntnis. Eine Zustimmung ist nicht nötig (Regel D3).',
  teamLeadConsents: 'Über die regelhafte Dauer hinaus geht es nur mit Ihrer Zustimmung (Regel D4).',
  teamLeadWritesNote:
    'Die Verlängerung ist mit Ihnen beraten; den Vermerk dazu schreiben Sie selbst (Regel D7).',
  teamLeadTakesPart: 'An dieser Überprüfung nehmen Sie teil (Regel D5).',
};
