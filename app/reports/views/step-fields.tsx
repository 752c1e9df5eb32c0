import type { ReactNode } from 'react';
import { progressNames } from '~/allocation/words';
import { needGroupNames, needLabel } from '~/clients/needs';
import {
  CheckboxField,
  DateField,
  FieldGroup,
  RadioField,
  TextAreaField,
  YesNoField,
} from '~/ui/form/fields';
import { type ReportFrame, talkPoints } from '../report';
import type { ReportStep } from '../rules/completeness';
import { recommendationNames, stepProgressNames, talkPointNames } from '../words';

const short = 'Höchstens 600 Zeichen. Keine Diagnosen, keine Angaben über Dritte.';

function choices(names: Readonly<Record<string, string>>) {
  return Object.entries(names).map(([value, label]) => ({ value, label }));
}

/** The fields of each step; every one of them can stay empty until the report is submitted. */
export const stepFields: Readonly<Record<ReportStep, (frame: ReportFrame) => ReactNode>> = {
  fortschritt: ({ needs }) =>
    needs.length === 0 ? (
      <p>Für diese Person sind keine Bedarfe festgehalten.</p>
    ) : (
      needs.map(({ key, group }) => (
        <FieldGroup key={key} legend={needLabel(key)} hint={needGroupNames[group]}>
          <RadioField
            name={`needs.${key}.progress`}
            label={`Entwicklung: ${needLabel(key)}`}
            choices={choices(progressNames)}
          />
          <CheckboxField name={`needs.${key}.isRemoved`} label={`Behoben: ${needLabel(key)}`} />
          <RadioField
            name={`needs.${key}.ownView`}
            label={`Eigene Sicht der Person: ${needLabel(key)}`}
            choices={choices(progressNames)}
          />
        </FieldGroup>
      ))
    ),
  gespraech: () => (
    <>
      <YesNoField name="talkWasHeld" label="Gab es ein Abschlussgespräch?" />
      <DateField name="talkOn" label="Tag des Gesprächs" hint="TT.MM.JJJJ, wenn es stattfand" />
      {talkPoints.map((point) => (
        <TextAreaField key={point} name={point} label={talkPointNames[point]} hint={short} rows={3} />
      ))}
      <TextAreaField
        name="noTalkReason"
        label="Warum es kein Gespräch gab"
        hint="Nur wenn keines stattfand. Keine Diagnosen."
        rows={2}
        optional
      />
    </>
  ),
  weg: () => (
    <>
      <TextAreaField name="furtherWay" label="Entscheidung über den weiteren Weg" hint={short} rows={3} />
      <TextAreaField name="help" label="Anschließende Hilfe" hint={short} rows={2} optional />
      <YesNoField name="helpIsAvailable" label="Ist diese Hilfe erreichbar?" optional />
      <DateField name="aftercareUntil" label="Nachbetreuung bis" optional />
    </>
  ),
  datenschutz: () => (
    <>
      <YesNoField name="wasShown" label="Wurde der Person die Beurteilung eröffnet?" />
      <DateField name="shownOn" label="Eröffnet am" hint="TT.MM.JJJJ, wenn sie eröffnet wurde" />
      <TextAreaField
        name="notShownReason"
        label="Warum nicht eröffnet"
        hint="Nur wenn nicht, zum Beispiel weil die Person nicht mehr erreichbar war"
        rows={2}
        optional
      />
      <TextAreaField
        name="comment"
        label="Anmerkung der Person"
        hint="In ihren Worten, so kurz wie möglich"
        rows={3}
        optional
      />
      <YesNoField name="copyForPerson" label="Erhält die Person eine Kopie?" />
    </>
  ),
  stand: ({ steps }) => (
    <>
      <TextAreaField name="standing" label="Stand" hint={short} rows={4} />
      {steps
        .filter(({ state }) => state === 'open')
        .map(({ id, step }) => (
          <RadioField
            key={id}
            name={`stepProgress.${id}`}
            label={`Schritt: ${step}`}
            choices={choices(stepProgressNames)}
          />
        ))}
    </>
  ),
  empfehlung: () => (
    <>
      <RadioField
        name="recommendation"
        label="Wie soll es weitergehen?"
        choices={choices(recommendationNames)}
      />
      <TextAreaField
        name="recommendationReason"
        label="Begründung"
        hint={`Nötig, wenn etwas anders werden oder enden soll. ${short}`}
        rows={3}
      />
    </>
  ),
};
