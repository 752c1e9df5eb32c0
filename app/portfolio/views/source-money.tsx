import { DataTable, Facts, NotStated } from '~/ui/data';
import { formatEuro, centsOf } from '~/values/money';
import type { MeasureSource } from '../source';
import { formatSourceNumber } from '../words';
import { Part, Statements } from './source-parts';

/** Cost, funding and the law behind it, as far as the source states them. */
export function SourceMoney({ source }: { readonly source: MeasureSource }) {
  const { budget, fundingSources } = source;
  return (
    <>
      <Part id="kosten">
        <Facts
          facts={[
            { label: 'Gesamt', value: euros(budget.totalEur) },
            { label: 'Im Jahr', value: euros(budget.perYearEur) },
            { label: 'Im Monat', value: euros(budget.perMonthEur) },
            { label: 'Je Platz und Monat', value: euros(budget.perPlacePerMonthEur) },
            { label: 'Je teilnehmende Person', value: euros(budget.perParticipantEur) },
            { label: 'Hinweis', value: budget.note },
            { label: 'Vergütung', value: source.paymentModel },
            ...(fundingSources.length === 0 ? [{ label: 'Geldgeber', value: null }] : []),
          ]}
        />
        {fundingSources.length > 0 && (
          <DataTable
            caption="Geldgeber"
            columns={[
              { key: 'source', head: 'Quelle der Mittel', cell: (funding) => funding.source },
              {
                key: 'legalBasis',
                head: 'Rechtsgrundlage',
                cell: ({ legalBasis }) => legalBasis ?? <NotStated />,
              },
              { key: 'share', head: 'Anteil', cell: ({ share }) => shareText(share) ?? <NotStated /> },
              {
                key: 'amount',
                head: 'Betrag',
                numeric: true,
                cell: ({ amountEur }) => euros(amountEur) ?? <NotStated />,
              },
              { key: 'note', head: 'Hinweis', cell: ({ note }) => note ?? <NotStated /> },
            ]}
            rows={fundingSources}
            rowKey={(funding) => String(fundingSources.indexOf(funding))}
          />
        )}
      </Part>
      <Part id="rechtsgrundlagen">
        <Statements of={source.legalBases} />
      </Part>
    </>
  );
}

/** The files give euros with at most two decimals; from here on it is cents. */
function euros(amountEur: number | null): string | null {
  return amountEur === null ? null : formatEuro(centsOf(amountEur));
}

function shareText(share: string | number | null): string | null {
  return typeof share === 'number' ? `${formatSourceNumber(share)}\u00a0%` : share;
}
