import { Form, Link } from '@remix-run/react';
import { Badge, DataTable } from '~/ui/data';
import { SavedMessage } from '~/ui/form/error-summary';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { formatDay } from '~/values/calendar';

interface ShownWaiting {
  readonly id: string;
  readonly site: string | null;
  readonly waitingSince: string;
  readonly checkedOn: string | null;
  /** Null: somebody else's; then nothing tells who it is. */
  readonly person: { readonly clientId: string; readonly label: string; readonly mayChange: boolean } | null;
  /** Nobody has looked for a month whether the wish still stands (rule C12). */
  readonly isCheckDue: boolean;
}

export interface WaitingGroup {
  readonly slug: string;
  readonly title: string;
  /** Null: no contract with places runs. */
  readonly free: readonly { readonly label: string; readonly free: number }[] | null;
  readonly entries: readonly ShownWaiting[];
}

interface Props {
  readonly groups: readonly WaitingGroup[];
  /** All measures that somebody waits for. */
  readonly measures: readonly { readonly slug: string; readonly title: string }[];
  readonly chosen: string | null;
  readonly saved: string | null;
}

/** Who waits for what, longest first; others' people without any identity. */
export function WaitlistPage({ groups, measures, chosen, saved }: Props) {
  const count = groups.reduce((sum, { entries }) => sum + entries.length, 0);
  return (
    <Page
      title="Warteliste"
      crumbs={[{ to: paths.allocations(), label: 'Zuweisungen' }]}
      meta={<span role="status">{count === 1 ? '1 Person wartet' : `${count} Personen warten`}</span>}
    >
      {saved && <SavedMessage message={saved} />}
      <p className="mp-lead">
        Wer länger wartet, wird zuerst aufgenommen; eine frühere Aufnahme braucht einen Grund (Regel C10).
        Einmal im Monat wird geprüft, ob der Wunsch noch besteht (Regel C12).
      </p>
      {measures.length > 1 && <MeasureChoice measures={measures} chosen={chosen} />}
      {groups.length === 0 && <p>Im Augenblick wartet niemand.</p>}
      {groups.map((group) => (
        <section className="mp-sec" key={group.slug}>
          <h2 className="kern-heading-small">{group.title}</h2>
          <p className="mp-small">{roomText(group.free)}</p>
          <WaitingTable group={group} />
        </section>
      ))}
    </Page>
  );
}

function roomText(spots: WaitingGroup['free']): string {
  if (spots === null || spots.length === 0) return 'Zurzeit läuft kein Vertrag mit Plätzen.';
  const open = spots.filter(({ free }) => free > 0);
  if (open.length === 0) return 'Zurzeit ist kein Platz frei.';
  return `Zurzeit frei: ${open.map(({ label, free }) => `${label} ${free}`).join(', ')}.`;
}

function WaitingTable({ group }: { readonly group: WaitingGroup }) {
  return (
    <DataTable
      caption={`Warteliste ${group.title}`}
      captionHidden
      cards
      rows={group.entries}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'since',
          head: 'Wartet seit',
          cell: ({ waitingSince }) => formatDay(waitingSince),
        },
        {
          key: 'person',
          head: 'Person',
          cell: ({ person }) =>
            person === null ? (
              <span className="mp-quiet">nicht in Ihrer Zuständigkeit</span>
            ) : (
              <Link className="mp-a" to={paths.client(person.clientId)}>
                {person.label}
              </Link>
            ),
        },
        { key: 'site', head: 'Standort', cell: ({ site }) => site ?? 'jeder' },
        {
          key: 'checked',
          head: 'Geprüft am',
          cell: ({ checkedOn, isCheckDue, person }) =>
            isCheckDue && person?.mayChange ? (
              <Badge kind="warning">{checkedOn ? `${formatDay(checkedOn)}, fällig` : 'fällig'}</Badge>
            ) : checkedOn === null ? (
              'noch nicht'
            ) : (
              formatDay(checkedOn)
            ),
        },
        {
          key: 'acts',
          head: 'Tun',
          cell: ({ id, person }) =>
            person?.mayChange ? (
              <>
                <Link className="mp-a" to={paths.newAllocation(person.clientId, group.slug)}>
                  Zuweisen …<span className="kern-sr-only"> {person.label}</span>
                </Link>
                {' · '}
                <Link className="mp-a" to={paths.waitlistEntry(id)}>
                  Prüfen …<span className="kern-sr-only"> {person.label}</span>
                </Link>
              </>
            ) : (
              '–'
            ),
        },
      ]}
    />
  );
}

function MeasureChoice({ measures, chosen }: Pick<Props, 'measures' | 'chosen'>) {
  return (
    <Form className="mp-form mp-noprint" aria-label="Maßnahme wählen" key={chosen ?? ''}>
      <div className="kern-form-input">
        <label className="kern-label" htmlFor="massnahme">
          Maßnahme
        </label>
        <div className="kern-form-input__select-wrapper">
          <select
            className="kern-form-input__select"
            id="massnahme"
            name="massnahme"
            defaultValue={chosen ?? ''}
          >
            <option value="">alle Maßnahmen</option>
            {measures.map(({ slug, title }) => (
              <option key={slug} value={slug}>
                {title}
              </option>
            ))}
          </select>
        </div>
      </div>
      <p className="kern-btn-wrapper">
        <button className="kern-btn kern-btn--secondary">
          <span className="kern-label">Anwenden</span>
        </button>
      </p>
    </Form>
  );
}
