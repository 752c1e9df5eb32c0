import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { exitReasons } from '~/allocation/allocation';
import { exitReasonNames, settledReasonNames } from '~/allocation/words';
import { needLabel } from '~/clients/needs';
import { ruleBook } from '~/eligibility/rule-books';
import type { RuleBookKey } from '~/eligibility/rule-book';
import { Alert } from '~/ui/data';
import {
  CheckboxField,
  DateField,
  FieldGroup,
  RadioField,
  SelectField,
  TextAreaField,
  TextField,
  YesNoField,
} from '~/ui/form/fields';
import { PortalForm, type FormReply } from '~/ui/form/portal-form';
import { typedFrom } from '~/ui/form/typed-values';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { formatDay } from '~/values/calendar';
import type { CareDispute, CareEnd, CareFile } from '../care';
import {
  beginForm,
  confirmForm,
  disputeDecisionForm,
  disputeForm,
  exitForm,
  invitationForm,
  refusalForm,
  talkForm,
  waitForm,
} from '../forms';
import type { CareStep } from '../steps';
import { refusalReasons, stepNames } from '../words';
import { ClosingFields, ClosingForm, CorrectionForm } from './after-exit-forms';

export interface StepPageProps {
  readonly step: CareStep;
  readonly crumbs: readonly { readonly to: string; readonly label: string }[];
  readonly identity: ReactNode;
  readonly file: CareFile;
  /** The book by which the step is judged. */
  readonly book: RuleBookKey | null;
  readonly needs: readonly string[];
  readonly disputes: readonly CareDispute[];
  /** What the last exit or refusal left to do. */
  readonly end: CareEnd | null;
  readonly today: string;
  readonly reply: FormReply | undefined;
}

/** One step of somebody's case management, alone on its page. */
export function StepPage(props: StepPageProps) {
  const { step, file } = props;
  return (
    <Page
      title={stepNames[step]}
      crumbs={[...props.crumbs, { to: paths.care(file.clientId), label: 'Fallmanagement (bFM)' }]}
    >
      {props.identity}
      <StepForm {...props} />
    </Page>
  );
}

function StepForm(props: StepPageProps) {
  const { step, file, reply } = props;
  const secondary = (
    <Link className="kern-btn kern-btn--tertiary" to={paths.care(file.clientId)}>
      <span className="kern-label">Abbrechen</span>
    </Link>
  );
  const form = { reply, secondary };
  switch (step) {
    case 'warteliste':
      return (
        <PortalForm
          schema={waitForm}
          {...form}
          submit="Auf die Warteliste setzen"
          initial={{ since: formatDay(file.access?.checkedOn ?? props.today) }}
        >
          <DateField
            name="since"
            label="Vorgemerkt am"
            hint="TT.MM.JJJJ. Nach diesem Tag richtet sich die Reihenfolge; bis zur Übernahme ändert sich an der Zuständigkeit nichts (Regeln C10, C11)."
          />
        </PortalForm>
      );
    case 'abmeldung':
      return (
        <PortalForm schema={confirmForm} {...form} submit="Von der Warteliste nehmen">
          <p className="mp-lead">Die Wartezeit geht verloren. Wer später doch wartet, beginnt von vorn.</p>
        </PortalForm>
      );
    case 'clearing':
    case 'uebernahme':
      return <BeginForm {...props} secondary={secondary} />;
    case 'ablehnung':
      return <RefusalForm {...props} secondary={secondary} />;
    case 'abgang':
      return <ExitForm {...props} secondary={secondary} />;
    case 'klaerung':
      return (
        <PortalForm schema={disputeForm} {...form} submit="Frage stellen">
          <p className="mp-lead">
            Bei Zweifeln oder ohne Einigung über den Abgang entscheidet die Teamleitung, und das bindet
            (Regeln X3, X6).
          </p>
          <TextAreaField
            name="question"
            label="Worüber soll sie entscheiden?"
            hint="Ohne Diagnosen und ohne Angaben über Dritte."
            rows={3}
          />
        </PortalForm>
      );
    case 'entscheidung':
      return <DisputeDecision {...props} secondary={secondary} />;
    case 'gespraech':
      return (
        <PortalForm schema={talkForm} {...form} submit="Gespräch eintragen">
          <DateField
            name="talkOn"
            label="Gespräch über die Ablehnung am"
            hint="TT.MM.JJJJ. Die Gründe werden mit der persönlichen Ansprechperson besprochen (Regel A17)."
          />
        </PortalForm>
      );
    case 'einladung':
      return (
        <PortalForm schema={invitationForm} {...form} submit="Einladung eintragen">
          <DateField name="invitedOn" label="Eingeladen am" hint="TT.MM.JJJJ (Regel X5)" />
        </PortalForm>
      );
    case 'abschluss':
      return <ClosingForm {...props} secondary={secondary} />;
    case 'berichtigung':
      return <CorrectionForm {...props} secondary={secondary} />;
  }
}

interface FormProps extends StepPageProps {
  readonly secondary: ReactNode;
}

/** Asked for where a day before today is typed, or where a clearing is over. */
function ReasonFields({ isClearing }: { readonly isClearing: boolean }) {
  return (
    <>
      {isClearing && (
        <TextField
          name="lateReason"
          label="Grund für die Entscheidung nach Ablauf des Clearings"
          hint="Nur wenn die Frist vorbei ist (Regel C8)."
          optional
        />
      )}
      <TextField
        name="backdateReason"
        label="Grund für den nachträglichen Eintrag"
        hint="Nur wenn der Tag vor heute liegt; möglich sind sechs Wochen."
        optional
      />
    </>
  );
}

function BeginForm({ step, file, book: key, today, reply, secondary }: FormProps) {
  const isClearing = step === 'clearing';
  const book = key && ruleBook(key);
  const months = book?.clearing.maxMonths?.value;
  const needsOrder =
    book !== null && book.takeover.isOldestFirst.value && !isClearing && file.waitingLonger > 0;
  return (
    <PortalForm
      schema={beginForm}
      reply={reply}
      secondary={secondary}
      submit={isClearing ? 'Clearing beginnen' : 'Übernehmen'}
      initial={typedFrom({ day: formatDay(today), reason: file.access?.goals ?? null })}
    >
      <p className="mp-lead">
        {isClearing
          ? `Das Clearing dauert höchstens ${months ?? 0} Monate und zählt nicht im Schlüssel. Es endet mit Übernahme oder Ablehnung.`
          : 'Von diesem Tag an zählen Dauer und Überprüfungen, nicht vom Clearing oder der Vormerkung.'}
      </p>
      {needsOrder && (
        <Alert
          kind="warning"
          title={
            file.waitingLonger === 1
              ? '1 Person wartet länger'
              : `${file.waitingLonger} Personen warten länger`
          }
        />
      )}
      <DateField name="day" label={isClearing ? 'Beginn des Clearings' : 'Tag der Zuweisung'} />
      <TextAreaField
        name="reason"
        label="Gründe und Ziele"
        hint="In ein bis zwei Sätzen, ohne Diagnosen und ohne Angaben über Dritte."
        rows={3}
      />
      {needsOrder && (
        <TextField
          name="earlierReason"
          label="Grund, warum diese Person früher an der Reihe ist"
          hint="Es zählt die Wartezeit (Regel C10)."
        />
      )}
      {ReasonFields({ isClearing: file.current !== null })}
    </PortalForm>
  );
}

function RefusalForm({ file, today, reply, secondary }: FormProps) {
  return (
    <PortalForm
      schema={refusalForm}
      reply={reply}
      secondary={secondary}
      submit="Ablehnung festhalten"
      initial={{ day: formatDay(today) }}
    >
      <p className="mp-lead">
        Die Ablehnung ist eine förmliche Zuweisung, die nie zählt. Die Gründe werden mit der persönlichen
        Ansprechperson besprochen (Regel A17).
      </p>
      <DateField name="day" label="Tag der Ablehnung" />
      <RadioField
        name="settledBy"
        label="Von wem geht die Ablehnung aus?"
        choices={[
          { value: 'jobcenter', label: 'Fallmanagement' },
          { value: 'client', label: 'Kundin oder Kunde' },
        ]}
      />
      <SelectField
        name="settledReason"
        label="Grund der Ablehnung"
        choices={refusalReasons.map((value) => ({ value, label: settledReasonNames[value] }))}
      />
      <TextAreaField
        name="reason"
        label="Begründung"
        hint="Ohne Diagnosen und ohne Angaben über Dritte."
        rows={3}
      />
      <DateField
        name="talkOn"
        label="Mit der persönlichen Ansprechperson besprochen am"
        hint="TT.MM.JJJJ. Fehlt der Tag, bleibt das Gespräch als Aufgabe offen."
        optional
      />
      {ReasonFields({ isClearing: file.current !== null })}
    </PortalForm>
  );
}

const outcomes = [
  { value: 'removed', label: 'behoben' },
  { value: 'better', label: 'verbessert' },
  { value: 'same', label: 'unverändert' },
  { value: 'worse', label: 'verschlechtert' },
];

function ExitForm({ book: key, needs, today, reply, secondary }: FormProps) {
  const book = key && ruleBook(key);
  const days = book?.followUpInvitationDays?.value;
  return (
    <PortalForm
      schema={exitForm}
      reply={reply}
      secondary={secondary}
      submit="Abgang eintragen"
      initial={{ exitedOn: formatDay(today) }}
    >
      <FieldGroup legend="Abgang">
        <DateField name="exitedOn" label="Letzter Tag der Betreuung" />
        <SelectField
          name="exitReason"
          label="Beendigungsgrund"
          choices={exitReasons.map((value) => ({ value, label: exitReasonNames[value] }))}
        />
        <TextAreaField
          name="explanation"
          label="Gründe des Abgangs"
          hint="Ohne Diagnosen und ohne Angaben über Dritte."
          rows={3}
        />
        <TextField
          name="backdateReason"
          label="Grund für den nachträglichen Eintrag"
          hint="Nur wenn der Tag vor heute liegt; möglich sind sechs Wochen."
          optional
        />
      </FieldGroup>
      {needs.length > 0 && (
        <FieldGroup
          legend="Was sich verändert hat"
          hint="Auch die kleinste Verbesserung zählt, wie die Person oder Sie sie sehen (Regel E5)."
        >
          {needs.map((need) => (
            <SelectField
              key={need}
              name={`progress.${need}`}
              label={needLabel(need)}
              optional
              choices={outcomes}
            />
          ))}
        </FieldGroup>
      )}
      <FieldGroup legend="Übergabe">
        <DateField
          name="talkOn"
          label="Übergabegespräch mit der Integrationsfachkraft am"
          hint={
            book?.exit.needsTalk.value
              ? 'TT.MM.JJJJ. Ohne persönliches Gespräch kein Abgang (Regel X1).'
              : 'TT.MM.JJJJ'
          }
          optional={!book?.exit.needsTalk.value}
        />
        {book?.exit.needsProfiling.value && (
          <CheckboxField
            name="profilingUpdated"
            label="Das Profiling ist in VerBIS aktualisiert"
            hint="Vor jedem Abgang (Regel X4)."
          />
        )}
        {days !== undefined && (
          <p className="mp-small">
            Die Integrationsfachkraft lädt binnen {days} Tagen nach dem Abgang ein (Regel X5). Der Tag steht
            danach auf der Seite des Fallmanagements.
          </p>
        )}
      </FieldGroup>
      <ClosingFields />
    </PortalForm>
  );
}

function DisputeDecision({ disputes, reply, secondary }: FormProps) {
  const open = disputes.find(({ decidedAt }) => decidedAt === null);
  if (!open) return <p>Es ist keine Frage offen.</p>;
  return (
    <PortalForm
      schema={disputeDecisionForm}
      reply={reply}
      secondary={secondary}
      submit="Entscheidung festhalten"
      hidden={{ disputeId: open.id }}
    >
      <p className="mp-lead">
        {open.askedByName} fragt: {open.question}
      </p>
      <YesNoField name="endsCare" label="Endet die Betreuung?" />
      <TextAreaField
        name="reason"
        label="Gründe"
        hint="Ohne Diagnosen und ohne Angaben über Dritte."
        rows={3}
      />
    </PortalForm>
  );
}
