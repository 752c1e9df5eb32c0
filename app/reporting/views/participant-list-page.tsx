import { Form, Link } from '@remix-run/react';
import { DataTable, Pagination } from '~/ui/data';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { formatPeriod } from '~/values/calendar';
import type { Duty } from '../rules/duties';
import { dutyAddress, dutyText, placeText } from '../words';
import { ParticipantState } from './participant-state';
import { DueDay, type ShownParticipant } from './frame';

interface ListRow extends ShownParticipant {
  readonly duties: readonly Duty[];
}

/** Words of the address for the states that a list shows. */
const stateChoices = [
  { value: 'laufend', label: 'laufende' },
  { value: 'neu', label: 'neue, noch nicht bestätigt' },
  { value: 'abschluss', label: 'im Abschluss' },
  { value: 'beendet', label: 'beendete' },
] as const;

export interface ListFilter {
  readonly state: (typeof stateChoices)[number]['value'];
  readonly measureId: string | null;
  readonly site: string | null;
  readonly page: number;
}

interface Props {
  readonly rows: readonly ListRow[];
  readonly total: number;
  readonly pages: number;
  readonly filter: ListFilter;
  readonly measures: readonly { readonly id: string; readonly title: string }[];
  readonly sites: readonly string[];
}

/** The provider's participants, each with what is owed next. */
export function ParticipantListPage(props: Props) {
  const { rows, total, pages, filter } = props;
  return (
    <Page
      title="Teilnehmende"
      meta={<span role="status">{total === 1 ? '1 Person' : `${total} Personen`}</span>}
    >
      <FilterForm {...props} />
      <section className="mp-sec" aria-label="Liste">
        {rows.length === 0 ? (
          <Nothing filter={filter} />
        ) : (
          <DataTable
            caption="Teilnehmende"
            captionHidden
            cards
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'person',
                head: 'Person',
                cell: (row) => (
                  <>
                    <Link className="mp-a" to={paths.participant(row.id)}>
                      {row.lastName}, {row.firstName}
                    </Link>
                    <br />
                    <span className="mp-small mp-quiet">
                      <ParticipantState participant={row} />
                    </span>
                  </>
                ),
              },
              { key: 'measure', head: 'Maßnahme', cell: (row) => row.measureTitle },
              { key: 'place', head: 'Ort', cell: placeText },
              {
                key: 'term',
                head: 'Zeitraum',
                cell: (row) => formatPeriod(row.starts, row.exitedOn ?? row.ends),
              },
              {
                key: 'contact',
                head: 'Nächster Kontakt',
                cell: (row) => <ContactDay duty={row.duties.find(({ kind }) => kind === 'contact')} />,
              },
              { key: 'duties', head: 'Offen', cell: (row) => <OtherDuties row={row} /> },
            ]}
          />
        )}
        <Pagination page={filter.page} pages={pages} to={(page) => filterAddress({ ...filter, page })} />
      </section>
    </Page>
  );
}

function ContactDay({ duty }: { readonly duty: Duty | undefined }) {
  return duty ? <DueDay dueOn={duty.dueOn} overdueSince={duty.overdueSince} /> : <>–</>;
}

function OtherDuties({ row }: { readonly row: ListRow }) {
  const duties = row.duties.filter(({ kind }) => kind !== 'contact');
  if (duties.length === 0) return <>–</>;
  return (
    <>
      {duties.map((duty) => (
        <div key={`${duty.kind} ${duty.reportId ?? ''}`}>
          <Link className="mp-a" to={dutyAddress(row.id, duty)}>
            {dutyText(duty)}
            <span className="kern-sr-only">
              : {row.firstName} {row.lastName}
            </span>
          </Link>{' '}
          <span className="mp-nowrap">
            <DueDay dueOn={duty.dueOn} overdueSince={duty.overdueSince} />
          </span>
        </div>
      ))}
    </>
  );
}

function FilterForm({ filter, measures, sites }: Pick<Props, 'filter' | 'measures' | 'sites'>) {
  return (
    <Form className="mp-form mp-noprint" aria-label="Liste eingrenzen" key={filterAddress(filter)}>
      <div className="mp-pair">
        <FilterSelect name="stand" label="Stand" value={filter.state} choices={stateChoices} />
        <FilterSelect
          name="massnahme"
          label="Maßnahme"
          value={filter.measureId}
          all="alle Maßnahmen"
          choices={measures.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <FilterSelect
          name="standort"
          label="Standort"
          value={filter.site}
          all="alle Standorte"
          choices={sites.map((name) => ({ value: name, label: name }))}
        />
      </div>
      <p className="kern-btn-wrapper">
        <button className="kern-btn kern-btn--secondary">
          <span className="kern-label">Anwenden</span>
        </button>
      </p>
    </Form>
  );
}

interface FilterSelectProps {
  readonly name: string;
  readonly label: string;
  readonly value: string | null;
  readonly all?: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

function FilterSelect({ name, label, value, all, choices }: FilterSelectProps) {
  return (
    <div className="kern-form-input">
      <label className="kern-label" htmlFor={name}>
        {label}
      </label>
      <div className="kern-form-input__select-wrapper">
        <select className="kern-form-input__select" id={name} name={name} defaultValue={value ?? ''}>
          {all && <option value="">{all}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

function Nothing({ filter }: { readonly filter: ListFilter }) {
  const isNarrowed =
    filter.page > 1 || filter.measureId !== null || filter.site !== null || filter.state !== 'laufend';
  return isNarrowed ? (
    <p className="mp-lead">
      Keine Person passt dazu.{' '}
      <Link className="mp-a" to={paths.participants()}>
        Alle laufenden anzeigen
      </Link>
    </p>
  ) : (
    <p className="mp-lead">
      Zurzeit nimmt niemand teil. Sobald das Jobcenter jemanden zuweist, steht die Person hier.
    </p>
  );
}

function filterAddress({ state, measureId, site, page }: ListFilter): string {
  const query = new URLSearchParams({
    ...(state !== 'laufend' && { stand: state }),
    ...(measureId !== null && { massnahme: measureId }),
    ...(site !== null && { standort: site }),
    ...(page > 1 && { seite: String(page) }),
  });
  return query.size > 0 ? `${paths.participants()}?${query.toString()}` : paths.participants();
}
