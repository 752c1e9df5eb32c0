import { Form, Link } from '@remix-run/react';
import { Alert, Facts } from '~/ui/data';
import { DateField, NumberField, RadioField, SelectField, TextAreaField, TextField } from '~/ui/form/fields';
import { type FormReply, PortalForm, type TypedValues } from '~/ui/form/portal-form';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { formatPeriod } from '~/values/calendar';
import { groupForm } from '../forms';
import { type Rhythm } from '../rules/sessions';
import type { Offer } from '../training';

const rhythmNames: Readonly<Record<Rhythm, string>> = {
  weekly: 'jede Woche',
  fortnightly: 'alle zwei Wochen',
  daily: 'jeden Tag von Montag bis Freitag',
};

const crumbs = [{ to: paths.groups(), label: 'Gruppen' }];

interface ProposalProps {
  readonly offers: readonly Offer[];
  /** The group that is run again. */
  readonly copyOf: { readonly id: string; readonly name: string } | null;
  readonly asked: { readonly angebot: string; readonly ab: string; readonly abstand: string };
  readonly fault: string | null;
}

/** First question: for which training, from when on. A GET form: the proposal is an address. */
export function ProposalPage({ offers, copyOf, asked, fault }: ProposalProps) {
  return (
    <Page title="Gruppe planen" crumbs={crumbs}>
      <div className="mp-stack">
        {copyOf && (
          <p className="mp-lead">
            Standort, Trainerin oder Trainer, Uhrzeit und Plätze kommen aus der Gruppe „{copyOf.name}“.
          </p>
        )}
        {offers.length === 0 ? (
          <p className="mp-lead">
            Keiner Ihrer laufenden Verträge sieht Gruppen vor. Was vereinbart ist, trägt die Kreisverwaltung
            beim Vertrag ein.
          </p>
        ) : (
          <Form method="get" className="mp-form" noValidate>
            {copyOf && <input type="hidden" name="wie" value={copyOf.id} />}
            <div className="kern-form-input">
              <label className="kern-label" htmlFor="angebot">
                Training
              </label>
              <div className="kern-form-input__select-wrapper">
                <select
                  className="kern-form-input__select"
                  id="angebot"
                  name="angebot"
                  defaultValue={asked.angebot}
                >
                  {offers.map((offer) => (
                    <option key={keyOf(offer)} value={keyOf(offer)}>
                      {offer.title}, Vertrag {offer.contractNumber}
                    </option>
                  ))}
                </select>
              </div>
            </div>
            <div className={fault ? 'kern-form-input kern-form-input--error' : 'kern-form-input'}>
              <label className="kern-label" htmlFor="ab">
                Erster Termin
              </label>
              <div className="kern-hint" id="ab-hinweis">
                TT.MM.JJJJ
              </div>
              <input
                className="kern-form-input__input mp-w-date"
                id="ab"
                name="ab"
                defaultValue={asked.ab}
                autoComplete="off"
                aria-invalid={fault ? true : undefined}
                aria-describedby={fault ? 'ab-fehler ab-hinweis' : 'ab-hinweis'}
              />
              {fault && (
                <p className="kern-error" id="ab-fehler">
                  <span className="kern-icon kern-icon--danger" aria-hidden="true" />
                  <span className="kern-body">{fault}</span>
                </p>
              )}
            </div>
            <fieldset className="kern-fieldset mp-choice">
              <legend className="kern-label">Abstand der Termine</legend>
              <div className="kern-fieldset__body">
                {Object.entries(rhythmNames).map(([value, label]) => (
                  <div className="kern-form-check" key={value}>
                    <input
                      className="kern-form-check__radio"
                      type="radio"
                      id={`abstand-${value}`}
                      name="abstand"
                      value={value}
                      defaultChecked={(asked.abstand || 'weekly') === value}
                    />
                    <label className="kern-label" htmlFor={`abstand-${value}`}>
                      {label}
                    </label>
                  </div>
                ))}
              </div>
            </fieldset>
            <div className="mp-savebar">
              <button className="kern-btn kern-btn--primary">
                <span className="kern-label">Tage vorschlagen</span>
              </button>
            </div>
          </Form>
        )}
      </div>
    </Page>
  );
}

interface GroupProps {
  readonly offer: Offer;
  readonly initial: TypedValues;
  readonly reply: FormReply | undefined;
}

/** The group with the days that were proposed; every one of them can be changed. */
export function NewGroupPage({ offer, initial, reply }: GroupProps) {
  return (
    <Page title="Gruppe planen" crumbs={crumbs} meta={<span>{offer.title}</span>}>
      <div className="mp-stack">
        <Facts
          facts={[
            {
              label: 'Vertrag',
              value: `${offer.contractNumber}, ${formatPeriod(offer.termStart, offer.runsUntil)}`,
            },
            {
              label: 'Vereinbart',
              value: `${offer.sessionCount} Termine zu ${offer.sessionMinutes} Minuten, höchstens ${offer.groupSize} Personen`,
            },
          ]}
        />
        <Alert kind="warning" title="Sehen Sie die Tage durch">
          <p>
            Der Vorschlag lässt Sonntage aus. Feiertage und Ferien kennt er nicht: Ändern Sie diese Tage unten
            von Hand.
          </p>
        </Alert>
        <PortalForm
          schema={groupForm}
          initial={initial}
          reply={reply}
          submit="Gruppe planen"
          secondary={
            <Link className="kern-btn kern-btn--tertiary" to={paths.newGroup()}>
              <span className="kern-label">Anders vorschlagen</span>
            </Link>
          }
        >
          <TextField
            name="name"
            label="Name der Gruppe"
            hint="Zum Beispiel „Frühjahr, Hauptstelle“. Keine Namen von Personen."
          />
          {offer.sites.length > 7 ? (
            <SelectField name="site" label="Standort" choices={siteChoices(offer)} />
          ) : (
            <RadioField name="site" label="Standort" choices={siteChoices(offer)} />
          )}
          <TextField name="trainer" label="Trainerin oder Trainer" />
          <TextAreaField
            name="days"
            label="Tage der Termine"
            hint={`${offer.sessionCount} Tage, einer je Zeile`}
            rows={Math.min(offer.sessionCount + 1, 14)}
          />
          <TextField name="beginsAt" label="Beginn um" hint="HH:MM" />
          <DateField
            name="lastDay"
            label="Letzter Tag der Gruppe"
            hint="Mit Reserve für Nachholtermine. So lange gelten die Plätze. TT.MM.JJJJ"
          />
          <NumberField name="seats" label="Plätze" hint={`Höchstens ${offer.groupSize}`} />
        </PortalForm>
      </div>
    </Page>
  );
}

/** How an offer is named in the address. */
function keyOf({ contractId, measureId }: Offer): string {
  return `${contractId}.${measureId}`;
}

function siteChoices({ sites }: Offer) {
  return sites.map(({ position, name }) => ({ value: String(position), label: name }));
}
