import { Form } from '@remix-run/react';
import { DataTable } from '~/ui/data';
import { DateField, FieldPair, SelectField } from '~/ui/form/fields';
import { PortalForm, type FormReply } from '~/ui/form/portal-form';
import { Page } from '~/ui/page';
import { formatPeriod } from '~/values/calendar';
import { substitutionForm } from '../forms';
import { clientsCrumb } from './new-client-page';

interface Person {
  readonly accountId: string;
  readonly text: string;
}

interface Row {
  readonly id: string;
  readonly absentName: string;
  readonly substituteName: string;
  readonly starts: string;
  readonly ends: string;
  readonly byName: string;
  readonly mayEnd: boolean;
}

interface Props {
  readonly rows: readonly Row[];
  readonly absent: readonly Person[];
  readonly substitutes: readonly Person[];
  readonly reply: FormReply | undefined;
}

export function SubstitutionPage({ rows, absent, substitutes, reply }: Props) {
  const choices = (people: readonly Person[]) =>
    people.map(({ accountId, text }) => ({ value: accountId, label: text }));
  return (
    <Page title="Vertretungen" crumbs={[clientsCrumb]}>
      <p className="mp-lead">
        Wer vertritt, sieht und bearbeitet an diesen Tagen die Kundinnen und Kunden der vertretenen Person.
        Die Zuständigkeit bleibt, wo sie ist (Regel C16).
      </p>
      {rows.length === 0 ? (
        <p>Es ist keine Vertretung eingetragen.</p>
      ) : (
        <DataTable
          caption="Laufende und kommende Vertretungen"
          cards
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { key: 'absent', head: 'Vertreten wird', cell: ({ absentName }) => absentName },
            { key: 'substitute', head: 'Es vertritt', cell: ({ substituteName }) => substituteName },
            { key: 'period', head: 'Zeitraum', cell: ({ starts, ends }) => formatPeriod(starts, ends) },
            { key: 'by', head: 'Eingetragen durch', cell: ({ byName }) => byName },
            {
              key: 'end',
              head: 'Beenden',
              cell: (row) => (row.mayEnd ? <EndButton row={row} /> : '–'),
            },
          ]}
        />
      )}
      {absent.length > 0 && (
        <section className="mp-sec">
          <h2 className="kern-heading-small">Vertretung eintragen</h2>
          <PortalForm schema={substitutionForm} reply={reply} submit="Vertretung eintragen">
            <SelectField name="absentId" label="Vertreten wird" choices={choices(absent)} />
            <SelectField name="substituteId" label="Es vertritt" choices={choices(substitutes)} />
            <FieldPair>
              <DateField name="starts" label="Erster Tag" />
              <DateField name="ends" label="Letzter Tag" />
            </FieldPair>
          </PortalForm>
        </section>
      )}
    </Page>
  );
}

function EndButton({ row }: { readonly row: Row }) {
  return (
    <Form method="post">
      <input type="hidden" name="endId" value={row.id} />
      <button className="kern-btn kern-btn--tertiary">
        <span className="kern-label">
          Beenden<span className="kern-sr-only">: Vertretung von {row.absentName}</span>
        </span>
      </button>
    </Form>
  );
}
