import { Link } from '@remix-run/react';
import {
  CheckboxField,
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
} from '~/ui/form/fields';
import { type FormReply, PortalForm } from '~/ui/form/portal-form';
import type { TypedValues } from '~/ui/form/typed-values';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { priceModels } from '../contract';
import { contractForm } from '../forms';
import { priceModelNames } from '../words';

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface ContractChoices {
  readonly measures: readonly Choice[];
  readonly providers: readonly Choice[];
  readonly products: readonly Choice[];
  readonly sources: readonly Choice[];
}

interface ContractEntryPageProps {
  /** Null: a new one. */
  readonly contract: { readonly id: string; readonly number: string; readonly version: number } | null;
  /** What the first filling comes from, where it is not empty. */
  readonly origin: string | null;
  /** Measures with released tender papers, from which a new contract can start. */
  readonly tenders: readonly { readonly slug: string; readonly title: string }[];
  readonly choices: ContractChoices;
  readonly initial: TypedValues;
  readonly reply: FormReply | undefined;
}

/** Enters a contract by hand or changes its draft. */
export function ContractEntryPage(props: ContractEntryPageProps) {
  const { contract, origin, tenders, choices, initial, reply } = props;
  return (
    <Page
      title={contract ? 'Vertragsentwurf ändern' : 'Vertrag eintragen'}
      crumbs={[
        { to: paths.contracts(), label: 'Verträge' },
        ...(contract ? [{ to: paths.contract(contract.id), label: contract.number }] : []),
      ]}
    >
      <p className="mp-lead">
        Der Entwurf bindet noch kein Geld und keine Plätze. Das geschieht erst, wenn Sie die Unterzeichnung
        festhalten.
      </p>
      {origin && <p className="mp-small">{origin}</p>}
      {!contract && tenders.length > 0 && !origin && (
        <p>
          Aus freigegebenen Vergabeunterlagen beginnen:{' '}
          {tenders.map(({ slug, title }, index) => (
            <span key={slug}>
              {index > 0 && ', '}
              <Link className="mp-a" to={paths.newContract(slug)}>
                {title}
              </Link>
            </span>
          ))}
        </p>
      )}
      <PortalForm
        schema={contractForm}
        reply={reply}
        initial={initial}
        hidden={{ basedOn: String(contract?.version ?? 0) }}
        submit="Entwurf speichern"
        secondary={
          <Link
            className="kern-btn kern-btn--tertiary"
            to={contract ? paths.contract(contract.id) : paths.contracts()}
          >
            <span className="kern-label">Abbrechen</span>
          </Link>
        }
      >
        <FieldGroup legend="Vertrag">
          <TextField name="number" label="Vertragsnummer" hint="Zum Beispiel 2019-014" />
          <SelectField name="measureId" label="Maßnahme" choices={choices.measures} />
          <SelectField
            name="providerId"
            label="Träger"
            hint="Zur Wahl stehen die Träger, mit denen die Behörde zusammenarbeitet."
            choices={choices.providers}
          />
          <FieldPair>
            <DateField name="termStart" label="Beginn" />
            <DateField name="termEnd" label="Ende" hint="TT.MM.JJJJ, dieser Tag zählt mit" />
          </FieldPair>
        </FieldGroup>
        <FieldGroup legend="Preis und Geld">
          <RadioField
            name="priceModel"
            label="Der Preis ist ein"
            choices={priceModels.map((model) => ({ value: model, label: priceModelNames[model] }))}
          />
          <CheckboxField
            name="billsOccupied"
            label="Abrechnung nach Belegung"
            hint="Nur bei einem Betrag je Platz und Monat: bezahlt werden die Tage, an denen ein Platz belegt war"
          />
          <MoneyField name="price" label="Preis" hint="In Euro mit Steuer, zum Beispiel 7.500,00" />
          <TextField
            name="priceNote"
            label="Anmerkung zum Preis"
            hint="Zum Beispiel: einschließlich Fahrkosten"
            optional
          />
          <TextAreaField
            name="sessionDays"
            label="Termine"
            hint="Nur bei einem Betrag je Termin: ein Tag je Zeile"
            optional
          />
          <SelectField name="productId" label="Produkt" choices={choices.products} />
          <SelectField name="fundingSourceId" label="Geldquelle" choices={choices.sources} />
        </FieldGroup>
        <ListField
          name="sites"
          label="Standorte und Plätze"
          rowLabel="Standort"
          atLeast={1}
          hint="Jeder Platz bekommt bei der Unterzeichnung eine Nummer."
        >
          {({ name }) => (
            <FieldPair>
              <TextField name={name('name')} label="Standort" />
              <NumberField name={name('places')} label="Plätze" optional />
            </FieldPair>
          )}
        </ListField>
        <ListField
          name="options"
          label="Verlängerungsoptionen"
          rowLabel="Option"
          hint="Jede Option schließt am Tag nach dem Ende davor an."
        >
          {({ name }) => (
            <>
              <FieldPair>
                <DateField name={name('starts')} label="Beginn der Option" />
                <DateField name={name('ends')} label="Ende der Option" />
              </FieldPair>
              <TextField name={name('condition')} label="Bedingung" optional />
              <DateField
                name={name('declareBy')}
                label="Zu erklären bis"
                hint="TT.MM.JJJJ; ohne Angabe drei volle Monate vor dem Ende davor"
                optional
              />
              <MoneyField
                name={name('price')}
                label="Preis in der Option"
                hint="In Euro; ohne Angabe gilt der Preis des Vertrags"
                optional
              />
              <TextAreaField
                name={name('sessionDays')}
                label="Termine in der Option"
                hint="Nur bei einem Betrag je Termin: ein Tag je Zeile"
                rows={2}
                optional
              />
            </>
          )}
        </ListField>
      </PortalForm>
    </Page>
  );
}
