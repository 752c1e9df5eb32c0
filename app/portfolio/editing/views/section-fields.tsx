import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { productLabel } from '~/budget/entry-text';
import {
  DateField,
  FieldGroup,
  FieldPair,
  ListField,
  MoneyField,
  NumberField,
  RadioField,
  SelectField,
  TextAreaField,
  TextField,
  YesNoField,
} from '~/ui/form/fields';
import { paths } from '~/ui/paths';
import type { PlanChoices } from '../conflict';
import { fieldLabels as labels, rowLabels } from '../field-labels';
import type { SectionSlug } from '../sections';

/**
 * The fields of each step. Functions and no components: the error summary reads the
 * labels from the elements before they are drawn.
 */
export const sectionFields: Readonly<Record<SectionSlug, (choices: PlanChoices) => ReactNode>> = {
  vorlage: paperFields,
  bedarf: needFields,
  standorte: siteFields,
  phasen: phaseFields,
  hilfesysteme: referralTargetFields,
  laufzeit: termFields,
  kosten: costFields,
  auswertung: evaluationFields,
};

function paperFields({ committees }: PlanChoices) {
  return (
    <>
      <TextField name="paperNo" label={labels.paperNo} />
      <DateField name="paperDate" label={labels.paperDate} />
      <TextField name="fileRef" label={labels.fileRef} optional />
      <TextField name="department" label={labels.department} />
      <TextField
        name="subject"
        label={labels.subject}
        hint="Steht als Überschrift über der Vorlage, zum Beispiel „Ausschreibung einer Maßnahme zur psychosozialen Betreuung: Case-Manager“."
      />
      <FieldGroup legend="Beratungsfolge" hint="Tag der Sitzung je Gremium, in der Reihenfolge der Beratung.">
        {committees.map(({ id, name }) => (
          <DateField key={id} name={`meetings.${id}`} label={name} />
        ))}
        {committees.length === 0 && (
          <p>
            Es ist noch kein Gremium angelegt.{' '}
            <Link className="mp-a" to={paths.authority()}>
              Gremien der Behörde eintragen
            </Link>
          </p>
        )}
      </FieldGroup>
    </>
  );
}

function needFields() {
  const { row, cited } = rowLabels.legalBases;
  return (
    <>
      <ListField
        name="legalBases"
        label="Rechtsgrundlagen"
        hint="Je Norm eine Zeile, zum Beispiel „§ 16a Nr. 3 SGB II“ oder „§ 45 SGB III“. Davon hängt ab, ob Träger eine Zulassung nach AZAV brauchen."
        rowLabel={row}
        atLeast={1}
      >
        {(basis) => <TextField name={basis.name('cited')} label={cited} />}
      </ListField>
      <TextAreaField
        name="needText"
        label={labels.needText}
        hint="Welche Belastungen die Eingliederung hindern und warum die Beratung im Jobcenter allein nicht genügt."
      />
      <RadioField
        name="demandKind"
        label={labels.demandKind}
        choices={[
          { value: 'known', label: 'Ja' },
          { value: 'unknown', label: 'Nein, sie lässt sich nicht beziffern' },
        ]}
      />
      <NumberField name="demandCount" label={labels.demandCount} hint="Nur, wenn die Zahl bekannt ist." />
      <TextAreaField
        name="demandUnknownReason"
        label={labels.demandUnknownReason}
        hint="Nur, wenn die Zahl nicht bekannt ist. Die Begründung steht so in der Vorlage."
        rows={2}
      />
      <TextAreaField name="targetGroup" label={labels.targetGroup} rows={3} />
      <TextAreaField
        name="serviceSubject"
        label={labels.serviceSubject}
        hint="Steht im Kurzprofil."
        rows={2}
      />
      <TextAreaField
        name="serviceText"
        label={labels.serviceText}
        hint="Was die Beschäftigten der Maßnahme tun."
      />
      <TextAreaField
        name="stepsText"
        label={labels.stepsText}
        hint="Die praktischen Schritte als Fließtext, vom ersten Kontakt bis zum Abschluss."
      />
      <YesNoField
        name="isVoluntaryService"
        label={labels.isVoluntaryService}
        hint="Freiwillig handelt der Landkreis zum Beispiel nach § 16a SGB II. Davon hängt ab, ob Träger eine Zulassung nach AZAV brauchen."
      />
    </>
  );
}

function siteFields() {
  const { row, name, places } = rowLabels.sites;
  return (
    <>
      <ListField
        name="sites"
        label="Standorte"
        hint="Lassen Sie die Plätze leer, wenn die Zahl noch nicht bekannt ist. Leer ist nicht null."
        rowLabel={row}
        atLeast={1}
      >
        {(site) => (
          <FieldPair>
            <TextField name={site.name('name')} label={name} />
            <NumberField name={site.name('places')} label={places} optional />
          </FieldPair>
        )}
      </ListField>
      <TextAreaField
        name="roomsText"
        label={labels.roomsText}
        hint="In welchen Räumen die Maßnahme stattfindet und warum dort."
      />
    </>
  );
}

function phaseFields() {
  const { row, title, subText } = rowLabels.phases;
  return (
    <ListField
      name="phases"
      label="Phasen des Ablaufs"
      hint="Aus den Phasen entsteht die Grafik der Vorlage. Die Reihenfolge ist die der Grafik."
      rowLabel={row}
      atLeast={1}
      sortable
    >
      {(phase) => (
        <>
          <TextField name={phase.name('title')} label={title} />
          <TextAreaField
            name={phase.name('subText')}
            label={subText}
            hint="Ein bis zwei kurze Sätze."
            rows={2}
          />
        </>
      )}
    </ListField>
  );
}

function referralTargetFields() {
  const { row, name } = rowLabels.referralTargets;
  return (
    <ListField
      name="referralTargets"
      label="Weiterführende Hilfesysteme"
      hint="Wohin die Maßnahme weiterleitet, zum Beispiel Eingliederungshilfe oder Schuldnerberatung."
      rowLabel={row}
      atLeast={1}
      sortable
    >
      {(target) => <TextField name={target.name('name')} label={name} />}
    </ListField>
  );
}

function termFields() {
  const { row, starts, ends, condition } = rowLabels.options;
  return (
    <>
      <FieldGroup legend="Laufzeit" hint="Beide Tage zählen mit: 01.12.2019 – 31.12.2020 sind 13 Monate.">
        <FieldPair>
          <DateField name="termStart" label={labels.termStart} />
          <DateField name="termEnd" label={labels.termEnd} />
        </FieldPair>
      </FieldGroup>
      <YesNoField name="hasOptions" label={labels.hasOptions} />
      <ListField
        name="options"
        label="Verlängerungsoptionen"
        hint="Jede Verlängerung beginnt am Tag nach dem Ende der Zeit davor."
        rowLabel={row}
      >
        {(option) => (
          <>
            <FieldPair>
              <DateField name={option.name('starts')} label={starts} />
              <DateField name={option.name('ends')} label={ends} />
            </FieldPair>
            <TextAreaField
              name={option.name('condition')}
              label={condition}
              hint="Zum Beispiel: erfolgreiche Durchführung und ausreichende Mittel."
              rows={2}
            />
          </>
        )}
      </ListField>
    </>
  );
}

function costFields({ products }: PlanChoices) {
  return (
    <>
      <SelectField
        name="productId"
        label={labels.productId}
        hint={
          products.length ? undefined : (
            <>
              Es ist noch kein Produkt angelegt.{' '}
              <Link className="mp-a" to={paths.budget()}>
                Produkte im Haushalt eintragen
              </Link>
            </>
          )
        }
        choices={products.map((product) => ({ value: product.id, label: productLabel(product) }))}
      />
      <MoneyField
        name="estimateMonthly"
        label={labels.estimateMonthly}
        hint="In Euro. Ohne Schätzung steht in der Vorlage „noch nicht kalkuliert“."
        optional
      />
      <TextAreaField
        name="estimateBasis"
        label={labels.estimateBasis}
        hint="Nötig, sobald ein Betrag eingetragen ist, zum Beispiel eine Markterkundung mit Datum."
        rows={2}
      />
    </>
  );
}

function evaluationFields({ committees }: PlanChoices) {
  const { row, text } = rowLabels.indicators;
  return (
    <>
      <ListField
        name="indicators"
        label="Kennzahlen der jährlichen Auswertung"
        rowLabel={row}
        addLabel="Kennzahl hinzufügen"
        atLeast={1}
      >
        {(indicator) => <TextField name={indicator.name('text')} label={text} />}
      </ListField>
      <SelectField
        name="reportCommitteeId"
        label={labels.reportCommitteeId}
        choices={committees.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  );
}
