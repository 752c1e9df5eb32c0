import { formatEuro } from '~/values/money';
import type { PlanPreview, PreviewYear } from '../preview';

/** What the portal computes from the saved term: its length and that of the options. */
export function TermPanel({ preview }: { readonly preview: PlanPreview }) {
  return (
    <section className="mp-panel mp-panel--quiet">
      <h2 className="kern-heading-small">Berechnete Laufzeit</h2>
      {preview.term ? (
        <dl className="mp-facts mp-facts--tight">
          <dt>Laufzeit</dt>
          <dd>{preview.term}</dd>
          {preview.options.map((length, index) => (
            <Fact key={index} term={`Verlängerung ${index + 1}`} text={length} />
          ))}
        </dl>
      ) : (
        <p className="mp-small">Nach dem Speichern von Beginn und Ende steht hier die Zahl der Monate.</p>
      )}
    </section>
  );
}

function Fact({ term, text }: { readonly term: string; readonly text: string }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{text}</dd>
    </>
  );
}

/** The saved estimate by fiscal year, gross; the option apart from the term. */
export function CostPanel({ preview }: { readonly preview: PlanPreview }) {
  const { years, sums } = preview;
  return (
    <section className="mp-panel mp-panel--quiet">
      <h2 className="kern-heading-small">Schätzung nach Haushaltsjahren</h2>
      {years && sums ? (
        <table className="kern-table kern-table--small mp-table">
          <caption>Gespeicherter Stand, brutto</caption>
          <thead>
            <tr>
              <th scope="col" className="kern-table__header">
                Jahr
              </th>
              <th scope="col" className="kern-table__header kern-table__header--numeric">
                Betrag
              </th>
            </tr>
          </thead>
          <tbody className="kern-table__body">
            {years.map((year) => (
              <tr key={`${year.optionNo}-${year.fiscalYear}`}>
                <th scope="row" className="kern-table__header">
                  {yearLabel(year)}
                  <small>{year.length}</small>
                </th>
                <Amount cents={year.neededCents} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <Sum label="Laufzeit" cents={sums.baseCents} />
            {years.some(({ optionNo }) => optionNo !== null) && (
              <>
                <Sum label="Verlängerung" cents={sums.optionCents} />
                <Sum label="Zusammen" cents={sums.totalCents} />
              </>
            )}
          </tfoot>
        </table>
      ) : (
        <p className="mp-small">
          Die Aufteilung entsteht aus Laufzeit und Schätzung. Es fehlt noch die Laufzeit.
        </p>
      )}
    </section>
  );
}

function yearLabel({ fiscalYear, optionNo }: PreviewYear): string {
  return optionNo === null ? String(fiscalYear) : `${fiscalYear}, Verlängerung ${optionNo}`;
}

function Amount({ cents }: { readonly cents: number | null }) {
  return (
    <td className="kern-table__cell kern-table__cell--numeric">
      {cents === null ? 'noch nicht kalkuliert' : formatEuro(cents)}
    </td>
  );
}

function Sum({ label, cents }: { readonly label: string; readonly cents: number | null }) {
  return (
    <tr>
      <th scope="row" className="kern-table__header">
        {label}
      </th>
      <Amount cents={cents} />
    </tr>
  );
}
