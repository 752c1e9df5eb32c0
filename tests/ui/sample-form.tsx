import { data, type ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { z } from 'zod';
import {
  checked,
  euroAmount,
  germanDate,
  list,
  oneOf,
  optionalWholeNumber,
  shortText,
  someOf,
  yesNo,
} from '~/ui/fields';
import {
  CheckboxField,
  CheckboxGroupField,
  DateField,
  FieldGroup,
  FieldPair,
  ListField,
  MoneyField,
  NumberField,
  PasswordField,
  RadioField,
  SelectField,
  TextAreaField,
  TextField,
  YesNoField,
} from '~/ui/form/fields';
import { PortalForm, type FormReply } from '~/ui/form/portal-form';
import { readForm } from '~/ui/form/read-form';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';

const stateNames = ['offen', 'fertig'] as const;

/** One form with every kind of field, for the tests of the form itself. */
export const sampleSchema = z
  .object({
    // First here and low in the form: the order of the faults is that of the fields.
    password: shortText('Geben Sie das Passwort ein.'),
    title: shortText('Geben Sie den Titel ein.'),
    starts: germanDate('Geben Sie den Beginn ein.'),
    ends: germanDate('Geben Sie das Ende ein.'),
    price: euroAmount('Geben Sie den Preis ein.'),
    places: optionalWholeNumber({ min: 1 }),
    state: oneOf(stateNames, 'Wählen Sie den Stand.'),
    kind: oneOf(['a', 'b'], 'Wählen Sie die Art.'),
    hasOption: yesNo('Wählen Sie, ob es eine Verlängerung gibt.'),
    topics: someOf(['wohnen', 'schulden'], 'Wählen Sie ein Thema.'),
    isReady: checked(),
    text: shortText('Geben Sie den Text ein.'),
    phases: list(
      z.object({ name: shortText('Geben Sie den Namen der Phase ein.'), days: optionalWholeNumber() }),
    ),
  })
  .refine((form) => form.ends >= form.starts, {
    path: ['ends'],
    message: 'Das Ende liegt vor dem Beginn. Geben Sie einen späteren Tag ein.',
  });

export const meta = () => [{ title: pageTitle('Probe') }];

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request, sampleSchema);
  if (!form.ok)
    return data<FormReply>({ errors: form.errors, typed: form.typed }, form.rowsChanged ? 200 : 422);
  if (form.value.title === 'belegt') {
    return data<FormReply>({ findings: ['Der Titel ist schon vergeben.'], typed: form.typed }, 409);
  }
  return data<FormReply>({ saved: 'Die Angaben sind gespeichert.' });
}

export default function Route() {
  return (
    <Page title="Probe" crumbs={[{ to: '/massnahmen', label: 'Maßnahmen' }]} meta={<span>Entwurf</span>}>
      <PortalForm
        schema={sampleSchema}
        reply={useActionData<typeof action>()}
        initial={{ title: 'Vorher', 'phases.0.name': 'Erstkontakt', 'phases.1.name': 'Abschluss' }}
        hidden={{ version: '3' }}
        submit="Angaben speichern"
      >
        <TextField name="title" label="Titel" hint="Steht auf der Vorlage." />
        <FieldGroup legend="Laufzeit" hint="Beide Tage zählen mit.">
          <FieldPair>
            <DateField name="starts" label="Beginn" />
            <DateField name="ends" label="Ende" />
          </FieldPair>
        </FieldGroup>
        <MoneyField name="price" label="Preis" />
        <NumberField name="places" label="Plätze" optional />
        <SelectField
          name="state"
          label="Stand"
          choices={stateNames.map((value) => ({ value, label: `ist ${value}` }))}
        />
        <RadioField
          name="kind"
          label="Art"
          choices={[
            { value: 'a', label: 'Erste', hint: 'Die übliche.' },
            { value: 'b', label: 'Zweite' },
          ]}
        />
        <YesNoField name="hasOption" label="Gibt es eine Verlängerung?" />
        <CheckboxGroupField
          name="topics"
          label="Themen"
          choices={[
            { value: 'wohnen', label: 'Wohnen' },
            { value: 'schulden', label: 'Schulden' },
          ]}
        />
        <CheckboxField name="isReady" label="Die Angaben sind geprüft." />
        <TextAreaField name="text" label="Text" />
        <PasswordField name="password" label="Passwort" autoComplete="current-password" />
        <ListField name="phases" label="Phasen" rowLabel="Phase" sortable>
          {(row) => (
            <FieldPair>
              <TextField name={row.name('name')} label="Name der Phase" />
              <NumberField name={row.name('days')} label="Tage" optional />
            </FieldPair>
          )}
        </ListField>
      </PortalForm>
    </Page>
  );
}
