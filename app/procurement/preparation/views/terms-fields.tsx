import {
  DateField,
  FieldGroup,
  FieldPair,
  ListField,
  NumberField,
  RadioField,
  SelectField,
  TextAreaField,
  TextField,
  YesNoField,
} from '~/ui/form/fields';
import { formatPeriod } from '~/values/calendar';
import { processorRoleNames, proofTimeNames } from '../../words';
import { fieldLabels as labels, rowLabels } from '../field-labels';
import { choicesOf } from './choices-of';
import type { StepFacts } from './step-facts';

export function suitabilityFields() {
  const { row, ...proof } = rowLabels.proofs;
  return (
    <>
      <ListField
        name="proofs"
        label="Nachweise und Erklärungen"
        hint="Ob die Zulassung nach AZAV gefordert wird, folgt aus der Rechtsgrundlage und steht von selbst im Papier."
        rowLabel={row}
        atLeast={1}
        sortable
      >
        {(each) => (
          <>
            <TextField name={each.name('text')} label={proof.text} />
            <SelectField name={each.name('due')} label={proof.due} choices={choicesOf(proofTimeNames)} />
          </>
        )}
      </ListField>
      <FieldPair>
        <NumberField
          name="referenceCount"
          label={labels.referenceCount}
          hint="Leer: keine Referenzen."
          optional
        />
        <NumberField name="referenceYears" label={labels.referenceYears} optional />
      </FieldPair>
      <TextAreaField name="insuranceText" label={labels.insuranceText} rows={2} optional />
      <YesNoField name="asksWageDeclaration" label={labels.asksWageDeclaration} />
      <YesNoField name="asksMinimumPay" label={labels.asksMinimumPay} />
    </>
  );
}

export function dateFields({ options }: StepFacts) {
  return (
    <>
      <FieldGroup
        legend="Termine des Verfahrens"
        hint="In dieser Reihenfolge. Fristen für andere enden an einem Arbeitstag."
      >
        <DateField name="questionsUntil" label={labels.questionsUntil} />
        <FieldPair>
          <DateField name="submissionUntil" label={labels.submissionUntil} />
          <TextField name="submissionTime" label={labels.submissionTime} hint="Zum Beispiel 12:00" />
        </FieldPair>
        <DateField name="openingOn" label={labels.openingOn} />
        <DateField name="awardOn" label={labels.awardOn} />
        <DateField name="bidValidUntil" label={labels.bidValidUntil} />
      </FieldGroup>
      {options.length > 0 && (
        <FieldGroup
          legend="Erklärung der Verlängerung"
          hint="Letzter Tag, an dem der Auftraggeber die Verlängerung erklärt. Vorbelegt sind drei volle Monate vor dem Ende der Laufzeit."
        >
          {options.map(({ starts, ends }, index) => (
            <DateField
              key={starts}
              name={`declareBy.${starts}`}
              label={`Verlängerung ${index + 1} (${formatPeriod(starts, ends)}) erklären bis`}
            />
          ))}
        </FieldGroup>
      )}
    </>
  );
}

export function contractFields() {
  return (
    <>
      <FieldGroup legend="Kontakt" hint="Eine Stelle und keine Person.">
        <TextField name="contactOffice" label={labels.contactOffice} />
        <TextField name="contactAddress" label={labels.contactAddress} />
        <TextField
          name="submissionChannel"
          label={labels.submissionChannel}
          hint="Auf welchem Weg Angebote und Fragen eingehen."
        />
      </FieldGroup>
      <NumberField name="noticeMonths" label={labels.noticeMonths} />
      <FieldGroup legend="Anlage Datenschutz">
        <RadioField
          name="processorRole"
          label={labels.processorRole}
          choices={choicesOf(processorRoleNames)}
        />
        <TextAreaField name="dataCategories" label={labels.dataCategories} rows={3} />
        <TextAreaField name="purposeText" label={labels.purposeText} rows={3} />
        <TextAreaField name="measuresText" label={labels.measuresText} rows={3} />
        <TextAreaField name="deletionText" label={labels.deletionText} rows={3} />
      </FieldGroup>
    </>
  );
}
