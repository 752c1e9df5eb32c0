import {
  FieldPair,
  ListField,
  MoneyField,
  NumberField,
  RadioField,
  SelectField,
  TextAreaField,
  TextField,
} from '~/ui/form/fields';
import { unitNames } from '../../words';
import { fieldLabels as labels, rowLabels } from '../field-labels';
import { allSites } from '../typed-step';
import { choicesOf } from './choices-of';
import type { StepFacts } from './step-facts';

export function lotFields({ sites }: StepFacts) {
  const { row, ...lot } = rowLabels.lots;
  const places = [...sites.map(({ name }) => ({ value: name, label: name }))];
  return (
    <>
      <ListField
        name="lots"
        label="Lose"
        hint="Je Standort ein Los, oder ein Los für alle Standorte. Die Menge zählt Plätze, sonst Teilnahmen oder Termine der Grundlaufzeit. Für Teilnahmen und Termine braucht eine Verlängerung eine eigene Menge; einen Festpreis nennt nur die Wertung mit Festpreis."
        rowLabel={row}
        atLeast={1}
        sortable
      >
        {(each) => (
          <>
            <TextField name={each.name('title')} label={lot.title} />
            <SelectField
              name={each.name('site')}
              label={lot.site}
              choices={[{ value: allSites, label: 'alle Standorte' }, ...places]}
            />
            <FieldPair>
              <NumberField name={each.name('quantity')} label={lot.quantity} />
              <SelectField name={each.name('unit')} label={lot.unit} choices={choicesOf(unitNames)} />
            </FieldPair>
            <FieldPair>
              <NumberField name={each.name('optionQuantity')} label={lot.optionQuantity} optional />
              <MoneyField name={each.name('fixedPrice')} label={lot.fixedPrice} hint="" optional />
            </FieldPair>
          </>
        )}
      </ListField>
      <NumberField
        name="lotLimit"
        label={labels.lotLimit}
        hint="Leer: ein Bieter darf alle Lose erhalten."
        optional
      />
      <TextAreaField
        name="quantityNote"
        label={labels.quantityNote}
        hint="Steht unter den Losen, zum Beispiel wie die Mengen geschätzt sind."
        rows={2}
        optional
      />
    </>
  );
}

export function serviceFields() {
  const { goals, requirements } = rowLabels;
  return (
    <>
      <ListField name="goals" label="Ziele der Leistung" rowLabel={goals.row} atLeast={1} sortable>
        {(goal) => (
          <>
            <TextAreaField name={goal.name('text')} label={goals.text} rows={2} />
            <TextField
              name={goal.name('indicator')}
              label={goals.indicator}
              hint="Woran das Ziel gemessen wird."
            />
          </>
        )}
      </ListField>
      <ListField
        name="requirements"
        label="Anforderungen"
        hint="A muss jedes Angebot erfüllen. B wird nach den Zuschlagskriterien bewertet."
        rowLabel={requirements.row}
        atLeast={1}
        sortable
      >
        {(requirement) => (
          <>
            <RadioField
              name={requirement.name('kind')}
              label={requirements.kind}
              choices={[
                { value: 'minimum', label: 'Mindestanforderung (A)' },
                { value: 'scored', label: 'wird bewertet (B)' },
              ]}
            />
            <TextAreaField name={requirement.name('text')} label={requirements.text} rows={2} />
          </>
        )}
      </ListField>
      <TextAreaField
        name="accessText"
        label={labels.accessText}
        hint="Wer zuweist, wer nicht teilnehmen kann und wie die Menschen in die Maßnahme kommen."
      />
      <TextAreaField
        name="workingText"
        label={labels.workingText}
        hint="Öffnungszeiten, aufsuchende Arbeit, Barrierefreiheit, Sprachen."
      />
      <TextAreaField
        name="cooperationText"
        label={labels.cooperationText}
        hint="Ansprechstellen, Fallbesprechungen, Antwortzeiten."
      />
      <TextAreaField
        name="qualityText"
        label={labels.qualityText}
        hint="Fachberatung, Besuche, Beschwerden."
      />
    </>
  );
}

export function staffFields() {
  const { staffing, reports } = rowLabels;
  return (
    <>
      <ListField
        name="staffing"
        label="Personal"
        hint="Je Aufgabe eine Zeile, mit Stellenumfang oder Schlüssel."
        rowLabel={staffing.row}
        atLeast={1}
      >
        {(post) => (
          <>
            <TextField name={post.name('role')} label={staffing.role} />
            <FieldPair>
              <TextField
                name={post.name('posts')}
                label={staffing.posts}
                hint="Zum Beispiel: 1,5 Vollzeitstellen"
              />
              <TextField name={post.name('ratio')} label={staffing.ratio} hint="Zum Beispiel: 1:20" />
            </FieldPair>
            <TextAreaField name={post.name('qualification')} label={staffing.qualification} rows={2} />
          </>
        )}
      </ListField>
      <TextAreaField name="staffNote" label={labels.staffNote} rows={2} optional />
      <TextAreaField name="replacementText" label={labels.replacementText} rows={3} />
      <ListField name="reports" label="Berichte" rowLabel={reports.row} atLeast={1}>
        {(report) => (
          <>
            <TextAreaField name={report.name('what')} label={reports.what} rows={2} />
            <TextField
              name={report.name('due')}
              label={reports.due}
              hint="Zum Beispiel: zwei Wochen nach dem Ende der Teilnahme"
            />
          </>
        )}
      </ListField>
    </>
  );
}
