import { Form, Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Facts } from '~/ui/data';
import {
  CheckboxGroupField,
  DateField,
  FieldGroup,
  FieldPair,
  RadioField,
  SelectField,
  TextAreaField,
  TextField,
  YesNoField,
} from '~/ui/form/fields';
import { SavedMessage } from '~/ui/form/error-summary';
import { PortalForm, type FormReply } from '~/ui/form/portal-form';
import { dayText, yesNoText } from '~/ui/fields';
import { typedFrom } from '~/ui/form/typed-values';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { exclusionNames } from '../book-words';
import type { KeptFinding } from '../finding';
import { caseManagementForm, measureCheckForm } from '../forms';
import type { RuleBookKey } from '../rule-book';
import { ruleBook } from '../rule-books';
import { FindingList } from './finding-list';

interface CheckReply extends FormReply {
  /** What the rules say to what was typed. */
  readonly preview?: readonly KeptFinding[];
}

interface Props {
  readonly clientId: string;
  readonly customerNumber: string;
  /** Where the person stands above the page. */
  readonly identity: ReactNode;
  readonly subject: CheckSubject;
  readonly findings: readonly KeptFinding[];
  /** What the portal knows of earlier case management: proposed by itself. */
  readonly known: { readonly lastExitOn: string | null; readonly isInCare: boolean };
  readonly measures: readonly { readonly slug: string; readonly title: string }[];
  readonly reply: CheckReply | undefined;
}

type CheckSubject =
  | { readonly kind: 'noBook' }
  | { readonly kind: 'caseManagement'; readonly book: RuleBookKey }
  | {
      readonly kind: 'measure';
      readonly slug: string;
      readonly title: string;
      readonly contentVersion: number;
      readonly criteria: readonly string[];
      readonly setting: ShownSetting | null;
    };

interface ShownSetting {
  readonly hasAbsenceReporting: boolean;
  readonly allowsConsequenceNotice: boolean;
  readonly isSubordinateHelp: boolean;
  readonly isHolistic: boolean;
  readonly source: string;
}

/** Checks one person for internal case management or for one measure, and decides. */
export function CheckPage(props: Props) {
  const { clientId, customerNumber, identity, subject, reply } = props;
  const findings = reply?.preview ?? props.findings;
  return (
    <Page
      title="Zugang prüfen"
      crumbs={[
        { to: paths.clients(), label: 'Kundinnen und Kunden' },
        { to: paths.client(clientId), label: `Kundennummer ${customerNumber}` },
      ]}
      meta={<span>{subjectText(subject)}</span>}
    >
      {identity}
      <SubjectChoice {...props} />
      {subject.kind === 'noBook' ? (
        <p>
          Es ist kein Regelwerk gewählt. Die Administration wählt es unter Verwaltung, Regelwerk. Für eine
          Maßnahme können Sie den Zugang schon prüfen.
        </p>
      ) : (
        <>
          {subject.kind === 'measure' && <LegalBasisSection setting={subject.setting} />}
          <section className="mp-sec">
            <h2 className="kern-heading-small">
              {reply?.preview ? 'Ergebnis nach Ihren Angaben' : 'Was die Angaben bisher ergeben'}
            </h2>
            {reply?.preview && isOnlyShown(reply) && <SavedMessage message={shownText(reply.preview)} />}
            <FindingList caption="Ergebnis der Prüfung" findings={findings} />
          </section>
          <section className="mp-sec">
            <h2 className="kern-heading-small">Prüfen und entscheiden</h2>
            {subject.kind === 'caseManagement' ? (
              <CaseManagementCheck book={subject.book} known={props.known} reply={reply} />
            ) : (
              <MeasureCheck subject={subject} measures={props.measures} reply={reply} />
            )}
          </section>
        </>
      )}
    </Page>
  );
}

/** "Nur prüfen": nothing was refused, nothing was kept. */
function isOnlyShown({ errors, findings }: CheckReply): boolean {
  return Object.keys(errors ?? {}).length === 0 && (findings ?? []).length === 0;
}

function shownText(findings: readonly KeptFinding[]): string {
  const left = findings.filter(({ state, kind }) => state !== 'met' && kind !== 'TASK' && kind !== 'WARN');
  if (left.length === 0) return 'Geprüft: Alle Kriterien sind erfüllt. Es ist noch nichts entschieden.';
  const points = left.length === 1 ? 'Ein Punkt steht' : `${left.length} Punkte stehen`;
  return `Geprüft: ${points} dem Zugang entgegen. Es ist noch nichts entschieden.`;
}

function subjectText(subject: CheckSubject): string {
  switch (subject.kind) {
    case 'noBook':
      return 'Fallmanagement (bFM)';
    case 'caseManagement':
      return `Fallmanagement (bFM) nach ${ruleBook(subject.book).name}`;
    case 'measure':
      return `Maßnahme ${subject.title}`;
  }
}

function SubjectChoice({ clientId, subject, measures }: Props) {
  const current = subject.kind === 'measure' ? subject.slug : '';
  return (
    <Form
      className="mp-form mp-noprint"
      aria-label="Wofür wird geprüft"
      key={current}
      action={paths.checkClient(clientId)}
    >
      <div className="kern-form-input">
        <label className="kern-label" htmlFor="massnahme">
          Wofür wird geprüft?
        </label>
        <div className="kern-form-input__select-wrapper">
          <select className="kern-form-input__select" id="massnahme" name="massnahme" defaultValue={current}>
            <option value="">Fallmanagement (bFM)</option>
            {measures.map(({ slug, title }) => (
              <option key={slug} value={slug}>
                {title}
              </option>
            ))}
          </select>
        </div>
      </div>
      <p className="kern-btn-wrapper">
        <button className="kern-btn kern-btn--secondary">
          <span className="kern-label">Auswählen</span>
        </button>
      </p>
    </Form>
  );
}

function LegalBasisSection({ setting }: { readonly setting: ShownSetting | null }) {
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Was die Rechtsgrundlage vorgibt</h2>
      {setting ? (
        <Facts
          facts={[
            {
              label: 'Teilnahme',
              value: setting.allowsConsequenceNotice ? 'mit Rechtsfolgen möglich' : 'freiwillig',
            },
            {
              label: 'Rechtsfolgenbelehrung',
              value: setting.allowsConsequenceNotice ? 'zulässig' : 'nicht zulässig (Regel A19)',
            },
            {
              label: 'Fehltage',
              value: setting.hasAbsenceReporting ? 'werden gemeldet' : 'werden nicht gemeldet',
            },
            { label: 'Quelle', value: setting.source },
          ]}
        />
      ) : (
        <p>
          Für die Rechtsgrundlage dieser Maßnahme ist nichts hinterlegt. Geprüft werden die Kriterien ihrer
          Zielgruppe.
        </p>
      )}
    </section>
  );
}

const checkOnly = (
  <button className="kern-btn kern-btn--secondary" name="intent" value="check">
    <span className="kern-label">Nur prüfen</span>
  </button>
);

function CaseManagementCheck({
  book: key,
  known,
  reply,
}: {
  readonly book: RuleBookKey;
  readonly known: Props['known'];
  readonly reply: CheckReply | undefined;
}) {
  const book = ruleBook(key);
  const { access } = book;
  return (
    <PortalForm
      schema={caseManagementForm}
      reply={reply}
      submit="Entscheidung festhalten"
      secondary={checkOnly}
      initial={typedFrom({
        isInCare: yesNoText(known.isInCare),
        lastExitOn: dayText(known.lastExitOn),
      })}
    >
      <FieldGroup
        legend="Ausgangslage"
        hint="Jede Person wird einzeln geprüft, auch in einer Bedarfsgemeinschaft (Regel A15)."
      >
        <YesNoField name="isInCare" label="Ist die Person schon im Fallmanagement?" />
        {access.exclusions.value.length > 0 && (
          <CheckboxGroupField
            name="exclusions"
            label="Ausschlussgründe"
            optional
            choices={access.exclusions.value.map((value) => ({ value, label: exclusionNames[value] }))}
          />
        )}
        {book.readmissionLockMonths && (
          <>
            <FieldPair>
              <DateField name="lastExitOn" label="Letzter Abgang aus dem Fallmanagement" optional />
              <DateField name="jobSince" label="Danach in Arbeit seit" optional />
            </FieldPair>
            <YesNoField name="isBenefitRenewed" label="Werden danach wieder Leistungen bezogen?" optional />
          </>
        )}
      </FieldGroup>
      <FieldGroup legend="Fallgespräch" hint="Ohne Gespräch keine Aufnahme (Regel A14).">
        <DateField name="conferenceOn" label="Tag des Gesprächs" optional />
        <CheckboxGroupField
          name="participants"
          label="Beteiligte"
          optional
          choices={[
            { value: 'caseworker', label: 'Integrationsfachkraft' },
            { value: 'jobcenterCaseManager', label: 'Fallmanagement' },
            { value: 'client', label: 'Kundin oder Kunde' },
            { value: 'teamLead', label: 'Teamleitung' },
          ]}
        />
        <TextAreaField
          name="goals"
          label="Erwartete Fortschritte und Ziele"
          hint="In einem Satz, ohne Diagnosen und ohne Angaben über Dritte."
          optional
          rows={2}
        />
        <YesNoField
          name="isAgreed"
          label="Sind sich Integrationsfachkraft und Fallmanagement einig?"
          hint="Ohne Einigung entscheidet die Teamleitung (Regel A16)."
          optional
        />
        {access.asksForPreRegistration.value && (
          <YesNoField name="isPreRegistered" label="Ist die Vormerkung in VerBIS eingetragen?" optional />
        )}
      </FieldGroup>
      <FieldGroup legend="Entscheidung">
        {decisionField}
        <SelectField
          name="ground"
          label="Art des Grundes"
          hint={
            access.exceptionNeeds.value === 'teamLeadConsent'
              ? 'Nur im Einzelfall. Die Teamleitung stimmt zu oder lehnt ab (Regel A8).'
              : 'Nur im Einzelfall (Regel A9).'
          }
          optional
          choices={access.exceptionGrounds.value.map((ground) => ({
            value: ground.key,
            label: ground.label,
          }))}
        />
        {reasonField}
      </FieldGroup>
    </PortalForm>
  );
}

const decisionField = (
  <RadioField
    name="decision"
    label="Wie entscheiden Sie?"
    choices={[
      { value: 'eligible', label: 'Zugang', hint: 'Alle Kriterien sind erfüllt.' },
      { value: 'exception', label: 'Zugang im Einzelfall', hint: 'Kriterien fehlen, Gründe sprechen dafür.' },
      { value: 'refused', label: 'Kein Zugang' },
    ]}
  />
);

const reasonField = (
  <TextAreaField
    name="reason"
    label="Gründe"
    hint="Beim Einzelfall und wenn kein Zugang besteht. Ohne Diagnosen und ohne Angaben über Dritte."
    optional
    rows={3}
  />
);

function MeasureCheck({
  subject,
  measures,
  reply,
}: {
  readonly subject: Extract<CheckSubject, { kind: 'measure' }>;
  readonly measures: Props['measures'];
  readonly reply: CheckReply | undefined;
}) {
  const { setting } = subject;
  return (
    <PortalForm
      schema={measureCheckForm}
      reply={reply}
      submit="Entscheidung festhalten"
      secondary={checkOnly}
      hidden={{ contentVersion: String(subject.contentVersion) }}
    >
      <FieldGroup legend="Zielgruppe der Maßnahme">
        {subject.criteria.map((criterion, index) => confirmationFields(`criteria.${index}`, criterion))}
      </FieldGroup>
      {setting?.isSubordinateHelp && (
        <FieldGroup legend="Erforderlichkeit und Nachrang (Regel A20)">
          {confirmationFields('necessity', 'Für die Eingliederung in Arbeit erforderlich')}
          {confirmationFields('subordination', 'Keine gleichwertige Leistung an anderer Stelle')}
        </FieldGroup>
      )}
      {setting?.isHolistic && (
        <FieldGroup legend="Andere Angebote">
          <SelectField
            name="overlapsWith"
            label="Läuft schon ein anderes ganzheitliches Angebot?"
            hint="Zum Beispiel ein Coaching oder eine Leistung nach § 16a oder § 16k SGB II (Regel A22)."
            optional
            choices={measures
              .filter(({ slug }) => slug !== subject.slug)
              .map(({ title }) => ({ value: title, label: title }))}
          />
        </FieldGroup>
      )}
      <FieldGroup legend="Entscheidung">
        {decisionField}
        {reasonField}
      </FieldGroup>
      <p className="mp-small">
        <Link className="mp-a" to={paths.measure(subject.slug)}>
          Maßnahme ansehen
        </Link>
      </p>
    </PortalForm>
  );
}

/** One criterion: confirmed, not met with the reason, or still open. */
function confirmationFields(name: string, criterion: string) {
  return (
    <div key={name}>
      <RadioField
        name={`${name}.state`}
        label={criterion}
        optional
        choices={[
          { value: 'met', label: 'erfüllt' },
          { value: 'notMet', label: 'nicht erfüllt' },
          { value: 'open', label: 'offen' },
        ]}
      />
      <TextField name={`${name}.reason`} label="Grund, wenn nicht erfüllt" optional />
    </div>
  );
}
