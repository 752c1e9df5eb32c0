import type { ReactNode } from 'react';
import { exitReasons } from '~/allocation/allocation';
import { exitReasonNames } from '~/allocation/words';
import { talkPoints } from '~/reports/report';
import { talkPointNames } from '~/reports/words';
import { Alert } from '~/ui/data';
import { dayText } from '~/ui/fields';
import { CheckboxGroupField, DateField, FieldGroup, SelectField, TextAreaField } from '~/ui/form/fields';
import { type FormReply, PortalForm } from '~/ui/form/portal-form';
import { typedFrom } from '~/ui/form/typed-values';
import type { CareEnd, CareFile } from '../care';
import { closingForm, correctionForm } from '../forms';

interface Around {
  readonly reply: FormReply | undefined;
  readonly secondary: ReactNode;
}

/** What was said stands in VerBIS; here only that it was talked over (rules X7, P1). */
export function ClosingFields() {
  return (
    <FieldGroup
      legend="Abschlussgespräch mit der Person"
      hint="Was noch offen ist, bleibt eine Aufgabe und hält den Abgang nicht auf (Regel X7). Der Inhalt gehört nach VerBIS."
    >
      <DateField name="closingTalkOn" label="Geführt am" optional />
      <CheckboxGroupField
        name="closingPoints"
        label="Besprochen"
        choices={talkPoints.map((value) => ({ value, label: talkPointNames[value] }))}
        optional
      />
      <DateField name="aftercareUntil" label="Nachbetreuung vereinbart bis" optional />
    </FieldGroup>
  );
}

/** The rest of the closing talk, after the exit. */
export function ClosingForm({ end, reply, secondary }: Around & { readonly end: CareEnd | null }) {
  const points = Object.fromEntries((end?.closingPoints ?? []).map((point) => [point, 'on']));
  return (
    <PortalForm
      schema={closingForm}
      reply={reply}
      secondary={secondary}
      submit="Abschlussgespräch eintragen"
      initial={typedFrom({
        closingTalkOn: dayText(end?.closingTalkOn),
        closingPoints: points,
        aftercareUntil: dayText(end?.aftercareUntil),
      })}
    >
      <ClosingFields />
    </PortalForm>
  );
}

export function CorrectionForm({ file, reply, secondary }: Around & { readonly file: CareFile }) {
  const [care] = file.cares;
  return (
    <PortalForm
      schema={correctionForm}
      reply={reply}
      secondary={secondary}
      submit="Abgang berichtigen"
      initial={typedFrom({ exitedOn: dayText(care?.exitedOn), exitReason: care?.exitReason ?? null })}
    >
      <p className="mp-lead">
        Der bisherige Eintrag bleibt im Verlauf. Fristen, die am letzten Tag hängen, gehen mit.
      </p>
      {care?.effectRecorded ? (
        <Alert kind="info" title="Der Datensatz der Wirkungsanalyse bleibt, wie er ist">
          <p>
            Er ist anonym: Nichts führt von der Person zu ihm zurück, deshalb lässt er sich nicht berichtigen
            (Regeln E1, E2).
          </p>
        </Alert>
      ) : (
        <Alert kind="info" title="Der Datensatz der Wirkungsanalyse ist noch nicht erfasst">
          <p>
            Er ist anonym: Sobald er erfasst ist, lässt er sich nicht mehr berichtigen (Regeln E1, E2).
            Berichtigen Sie den Abgang deshalb zuerst.
          </p>
        </Alert>
      )}
      <DateField name="exitedOn" label="Letzter Tag der Betreuung" />
      <SelectField
        name="exitReason"
        label="Beendigungsgrund"
        choices={exitReasons.map((value) => ({ value, label: exitReasonNames[value] }))}
      />
      <TextAreaField
        name="note"
        label="Grund der Berichtigung"
        hint="Ohne Diagnosen und ohne Angaben über Dritte."
        rows={3}
      />
    </PortalForm>
  );
}
