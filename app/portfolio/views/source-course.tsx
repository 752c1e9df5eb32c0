import { Link } from '@remix-run/react';
import { DataTable, NotStated } from '~/ui/data';
import type { MeasureSource } from '../source';
import { formatSourceDay, formatSourceNumber } from '../words';
import { Part, Statements } from './source-parts';

interface Props {
  readonly source: MeasureSource;
  /** Where the results stand protected; null: they stand here. */
  readonly protectedResults: string | null;
}

/** How a participation runs, what is reported and what came of it. */
export function SourceCourse({ source, protectedResults }: Props) {
  return (
    <>
      <Part id="ablauf">
        <Phases phases={source.phases} />
      </Part>
      <Part id="module">
        <Statements of={source.modules} />
      </Part>
      <Part id="berichte">
        <Statements of={source.reporting} />
      </Part>
      <Part id="regeln">
        <Statements of={source.rules} />
      </Part>
      <Part id="ergebnisse">
        {protectedResults === null ? (
          <Results results={source.results} />
        ) : (
          <p>
            <Link className="mp-a" to={protectedResults}>
              Ergebnisse in der Auswertung ansehen
            </Link>
            . Kleine Zahlen sind dort geschützt.
          </p>
        )}
      </Part>
      <Part id="erfahrungen">
        <Statements of={source.lessons} />
      </Part>
    </>
  );
}

function Phases({ phases }: { readonly phases: MeasureSource['phases'] }) {
  if (phases.length === 0) return <Statements of={[]} />;
  return (
    <ol
      className="mp-track"
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways on small screens and must be reachable by keyboard
      tabIndex={0}
      aria-label={phases.length === 1 ? 'Eine Phase' : `${phases.length} Phasen`}
    >
      {phases.map(({ name, duration, content }, index) => (
        <li key={name}>
          <strong>
            {index + 1}. {name}
          </strong>
          <small>{content ?? <NotStated />}</small>
          <small>Dauer: {duration ?? <NotStated />}</small>
        </li>
      ))}
    </ol>
  );
}

function Results({ results }: { readonly results: MeasureSource['results'] }) {
  if (results.length === 0) return <Statements of={[]} />;
  return (
    <DataTable
      caption="Ergebnisse der Maßnahme laut Quelle"
      captionHidden
      columns={[
        { key: 'label', head: 'Ergebnis', cell: ({ label }) => label },
        {
          key: 'value',
          head: 'Wert',
          numeric: true,
          cell: ({ value }) => (typeof value === 'number' ? formatSourceNumber(value) : value),
        },
        { key: 'unit', head: 'Einheit', cell: ({ unit }) => unit ?? <NotStated /> },
        { key: 'basis', head: 'Bezogen auf', cell: ({ basis }) => basis ?? <NotStated /> },
        {
          key: 'asOf',
          head: 'Stand',
          cell: ({ asOf }) => (asOf === null ? <NotStated /> : formatSourceDay(asOf)),
        },
      ]}
      rows={results}
      rowKey={(result) => String(results.indexOf(result))}
    />
  );
}
