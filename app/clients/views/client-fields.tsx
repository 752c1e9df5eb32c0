import {
  CheckboxField,
  CheckboxGroupField,
  DateField,
  FieldGroup,
  FieldPair,
  NumberField,
  RadioField,
  SelectField,
  TextField,
  YesNoField,
} from '~/ui/form/fields';
import { interpreterLanguages, languageCodes } from '../languages';
import { needCatalogue, needGroupNames, needGroups } from '../needs';
import { proximityNames } from '../words';

export interface SiteChoice {
  readonly id: string;
  readonly name: string;
}

/** What is written about a person, for entering and for changing alike. */
export function clientFields(sites: readonly SiteChoice[]) {
  return (
    <>
      <FieldGroup legend="Person">
        <FieldPair>
          <TextField name="firstName" label="Vorname" />
          <TextField name="lastName" label="Nachname" />
        </FieldPair>
        <TextField
          name="customerNumber"
          label="Kundennummer"
          hint="Drei Ziffern, ein Buchstabe, sechs Ziffern, zum Beispiel 123A456789."
        />
        <DateField name="birthDate" label="Geburtsdatum" />
        <TextField
          name="householdNumber"
          label="Nummer der Bedarfsgemeinschaft"
          hint="Zum Beispiel 12345BG0001234."
        />
        <YesNoField
          name="isHouseholdLead"
          label="Vertritt die Person die Bedarfsgemeinschaft?"
          hint="Wird die ganze Bedarfsgemeinschaft betreut, zählt das Alter dieser Person (Regel C7)."
        />
        <SelectField
          name="siteId"
          label="Standort"
          choices={sites.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField
          name="interpreterLanguage"
          label="Sprachmittlung"
          hint="Nur wenn für Gespräche eine Sprachmittlung gebraucht wird."
          optional
          choices={languageCodes.map((code) => ({ value: code, label: interpreterLanguages[code] }))}
        />
      </FieldGroup>
      <FieldGroup
        legend="Handlungsbedarfe"
        hint="Für den Zugang zum Fallmanagement zählen Leistungsfähigkeit und Rahmenbedingungen (Regel A1)."
      >
        {needGroups.map((group) => (
          <CheckboxGroupField
            key={group}
            name={`needs.${group}`}
            label={needGroupNames[group]}
            optional
            choices={needCatalogue
              .filter((need) => need.group === group)
              .map(({ key, label }) => ({ value: key, label }))}
          />
        ))}
      </FieldGroup>
      <FieldGroup legend="Prognose">
        <DateField name="forecastOn" label="Tag der Prognose" optional />
        <NumberField
          name="forecastMonths"
          label="Monate bis zur Integration"
          hint="In wie vielen Monaten frühestens mit einer Integration in Arbeit zu rechnen ist."
          optional
        />
        <RadioField
          name="marketProximity"
          label="Marktnähe"
          optional
          choices={(['near', 'notNear'] as const).map((value) => ({ value, label: proximityNames[value] }))}
        />
        <YesNoField
          name="expectsProgress"
          label="Sind durch eine intensive Betreuung konkrete Fortschritte zu erwarten?"
          optional
        />
      </FieldGroup>
      <FieldGroup legend="Bereitschaft">
        <YesNoField name="isWilling" label="Ist die Person zur Mitarbeit bereit?" optional />
        <DateField name="readinessClarifiedOn" label="Geklärt am" optional />
        <YesNoField name="readinessByTalk" label="Im persönlichen Gespräch geklärt?" optional />
        <CheckboxField name="readinessNoteMade" label="Der Beratungsvermerk dazu steht in VerBIS" />
      </FieldGroup>
    </>
  );
}

/** Stands above every form about a person (rules P1, P5). */
export function DataNotice() {
  return (
    <p className="mp-lead">
      Erfassen Sie nur, was Zuweisung, Bericht und Abrechnung brauchen: keine Diagnosen, keine Angaben über
      Dritte, keine Beratungsinhalte. Dafür ist VerBIS vorgesehen.
    </p>
  );
}
