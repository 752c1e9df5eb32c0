import {
  CheckboxField,
  FieldGroup,
  FieldPair,
  ListField,
  MoneyField,
  NumberField,
  RadioField,
  SelectField,
  TextAreaField,
  TextField,
} from '~/ui/form/fields';
import {
  deciderNames,
  methodNames,
  optionPriceNames,
  paymentModelNames,
  priceBasisNames,
  tieRuleNames,
} from '../../words';
import { fieldLabels as labels, rowLabels } from '../field-labels';
import { choicesOf } from './choices-of';

export function criteriaFields() {
  const { row, ...criterion } = rowLabels.criteria;
  return (
    <ListField
      name="criteria"
      label="Zuschlagskriterien"
      hint="Die Gewichte ergeben zusammen genau 100 %. Ein Kriterium mit Unterkriterien hat kein eigenes Gewicht. Was die Eignung betrifft, wird hier nicht noch einmal bewertet."
      rowLabel={row}
      atLeast={1}
      sortable
    >
      {(each) => (
        <>
          <RadioField
            name={each.name('level')}
            label={criterion.level}
            choices={[
              { value: '1', label: 'Kriterium' },
              { value: '2', label: 'Unterkriterium des Kriteriums darüber' },
            ]}
          />
          <TextField name={each.name('title')} label={criterion.title} />
          <NumberField name={each.name('weightPercent')} label={criterion.weightPercent} />
          <TextAreaField name={each.name('expectation')} label={criterion.expectation} rows={2} />
          <FieldGroup legend="Bewertungsstufen" hint="Sind alle vier leer, gelten die üblichen Texte.">
            <TextField name={each.name('scale0')} label={criterion.scale0} />
            <TextField name={each.name('scale1')} label={criterion.scale1} />
            <TextField name={each.name('scale2')} label={criterion.scale2} />
            <TextField name={each.name('scale3')} label={criterion.scale3} />
          </FieldGroup>
          <CheckboxField name={each.name('zeroExcludes')} label={criterion.zeroExcludes} />
        </>
      )}
    </ListField>
  );
}

export function evaluationFields() {
  const { row, rule } = rowLabels.tieRules;
  return (
    <>
      <RadioField
        name="method"
        label={labels.method}
        hint="Die Methode entscheidet mit, wer gewinnt. Sie steht vor der Öffnung fest und steht in der Bewertungsmatrix."
        choices={choicesOf(methodNames)}
      />
      <FieldGroup legend="Gewicht von Qualität und Preis">
        <NumberField
          name="qualityPercent"
          label={labels.qualityPercent}
          hint="Nur bei Gewichtung, Median- und Referenzwertmethode. Der Preis hat den Rest zu 100."
          optional
        />
        <NumberField
          name="zeroPointPercent"
          label={labels.zeroPointPercent}
          hint="Nur bei linearen Preispunkten; üblich sind 200."
          optional
        />
      </FieldGroup>
      <FieldGroup legend="Erweiterte Richtwertmethode">
        <NumberField name="tolerancePercent" label={labels.tolerancePercent} hint="1 bis 10." optional />
        <RadioField name="decider" label={labels.decider} choices={choicesOf(deciderNames)} optional />
      </FieldGroup>
      <FieldGroup legend="Referenzwertmethode">
        <NumberField name="referencePoints" label={labels.referencePoints} hint="Höchstens 300." optional />
        <MoneyField
          name="referencePrice"
          label={labels.referencePrice}
          hint="In Euro. Er steht in der Matrix; nehmen Sie nicht die eigene Schätzung."
          optional
        />
      </FieldGroup>
      <RadioField
        name="priceBasis"
        label={labels.priceBasis}
        hint="Gewertet wird, was der Auftraggeber tatsächlich zahlt; angenommene Prämien zählen mit."
        choices={choicesOf(priceBasisNames)}
      />
      <ListField
        name="tieRules"
        label="Regeln für gleiche Ergebnisse"
        hint="Die Regeln werden in dieser Reihenfolge angewandt. Das Los steht am Ende."
        rowLabel={row}
        atLeast={1}
        sortable
      >
        {(each) => <SelectField name={each.name('rule')} label={rule} choices={choicesOf(tieRuleNames)} />}
      </ListField>
    </>
  );
}

export function priceFields() {
  const { row, ...premium } = rowLabels.premiums;
  return (
    <>
      <FieldGroup legend="Umsatzsteuer">
        <RadioField
          name="vat"
          label={labels.vat}
          choices={[
            { value: 'exempt', label: 'Die Leistung ist befreit' },
            { value: 'rate', label: 'Die Leistung ist steuerpflichtig' },
          ]}
        />
        <TextField
          name="vatExemptReason"
          label={labels.vatExemptReason}
          hint="Zum Beispiel § 4 Nr. 15b UStG. Nur bei Befreiung."
          optional
        />
        <NumberField
          name="vatRatePercent"
          label={labels.vatRatePercent}
          hint="Nur bei Steuerpflicht."
          optional
        />
      </FieldGroup>
      <RadioField name="optionPrice" label={labels.optionPrice} choices={choicesOf(optionPriceNames)} />
      <TextAreaField
        name="optionIndexText"
        label={labels.optionIndexText}
        hint="Nur bei Anpassung nach einer Regel: Index, Stichtag, Rundung."
        rows={2}
        optional
      />
      <RadioField name="paymentModel" label={labels.paymentModel} choices={choicesOf(paymentModelNames)} />
      <TextAreaField
        name="paymentText"
        label={labels.paymentText}
        hint="Rechnung, Fälligkeit, Jahreswechsel."
        rows={3}
      />
      <ListField
        name="premiums"
        label="Prämien"
        hint="Die angenommene Zahl gilt nur für die Wertung der Angebote."
        rowLabel={row}
        addLabel="Prämie hinzufügen"
      >
        {(each) => (
          <>
            <TextField name={each.name('reason')} label={premium.reason} />
            <FieldPair>
              <MoneyField name={each.name('amount')} label={premium.amount} />
              <NumberField name={each.name('assumedCount')} label={premium.assumedCount} />
            </FieldPair>
            <TextField name={each.name('proof')} label={premium.proof} optional />
          </>
        )}
      </ListField>
      <NumberField
        name="minimumTakeUpPercent"
        label={labels.minimumTakeUpPercent}
        hint="Leer: keine Mindestabnahme."
        optional
      />
      <TextAreaField name="extraDemandText" label={labels.extraDemandText} rows={2} optional />
    </>
  );
}
