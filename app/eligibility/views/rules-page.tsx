import { DataTable, type Column } from '~/ui/data';
import { DateField, RadioField } from '~/ui/form/fields';
import { PortalForm, type FormReply } from '~/ui/form/portal-form';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { formatDay, formatPeriod } from '~/values/calendar';
import { type BookLine, bookLines, deedTexts } from '../book-words';
import { ruleBookForm } from '../forms';
import type { BookPeriod, RuleBook, RuleBookKey } from '../rule-book';
import { ruleBook, ruleBooks } from '../rule-books';
import { type Review, reviewsOf } from '../rules/reviews';

interface Props {
  readonly periods: readonly BookPeriod[];
  /** The book of today; null: none is chosen. */
  readonly current: RuleBookKey | null;
  readonly today: string;
  readonly reply: FormReply | undefined;
}

/** Which rule book holds from when, and what the books say side by side. */
export function RulesPage({ periods, current, today, reply }: Props) {
  return (
    <Page
      title="Regelwerk des Fallmanagements"
      crumbs={[{ to: paths.administration(), label: 'Verwaltung' }]}
      meta={
        <span>{current ? `Heute gilt: ${ruleBook(current).name}` : 'Es ist kein Regelwerk gewählt'}</span>
      }
    >
      <p className="mp-lead">
        Das Regelwerk entscheidet, wie der Zugang zum Fallmanagement geprüft und wann überprüft wird. Was
        schon entschieden ist, behält das Regelwerk seines Tages.
      </p>
      <PortalForm schema={ruleBookForm} reply={reply} submit="Regelwerk festlegen">
        <RadioField
          name="book"
          label="Welches Regelwerk gilt?"
          choices={ruleBooks.map(({ key, name, source, validFrom }) => ({
            value: key,
            label: name,
            hint: `${source}; wählbar ab ${formatDay(validFrom)}`,
          }))}
        />
        <DateField
          name="from"
          label="Gilt ab"
          hint="TT.MM.JJJJ. Das bisherige Regelwerk endet am Tag davor."
        />
      </PortalForm>
      {periods.length > 0 && (
        <section className="mp-sec">
          <h2 className="kern-heading-small">Gewählt nach Zeiträumen</h2>
          <DataTable
            caption="Gewählt nach Zeiträumen"
            captionHidden
            fit
            rows={periods}
            rowKey={({ from }) => from}
            columns={[
              { key: 'book', head: 'Regelwerk', cell: ({ book }) => ruleBook(book).name },
              {
                key: 'period',
                head: 'Gültig',
                cell: ({ from, until }) => (until ? formatPeriod(from, until) : `ab ${formatDay(from)}`),
              },
            ]}
          />
        </section>
      )}
      <section className="mp-sec">
        <h2 className="kern-heading-small">Werte nebeneinander</h2>
        <DataTable
          caption="Werte nebeneinander"
          captionHidden
          columns={lineColumns}
          rows={bookLines}
          rowKey={({ rule, label }) => `${rule} ${label}`}
        />
      </section>
      <section className="mp-sec">
        <h2 className="kern-heading-small">Überprüfungen bei einer Zuweisung am {formatDay(today)}</h2>
        <DataTable
          caption="Überprüfungen im Beispiel"
          captionHidden
          columns={reviewColumns}
          rows={reviewLines(today)}
          rowKey={({ month }) => String(month)}
        />
      </section>
    </Page>
  );
}

const lineColumns: readonly Column<BookLine>[] = [
  { key: 'label', head: 'Gegenstand', cell: ({ label }) => label },
  { key: 'rule', head: 'Regel', cell: ({ rule }) => rule },
  ...ruleBooks.map((book) => ({
    key: book.key,
    head: `${book.name} (${book.source})`,
    cell: ({ text }: BookLine) => text(book) ?? '–',
  })),
];

interface ReviewLine {
  readonly month: number;
  readonly dueOn: string;
  readonly texts: ReadonlyMap<RuleBookKey, string>;
}

function reviewLines(allocatedOn: string): ReviewLine[] {
  const byBook = ruleBooks.map((book): [RuleBook, Review[]] => [book, reviewsOf(book, allocatedOn)]);
  const months = [...new Set(byBook.flatMap(([, reviews]) => reviews.map(({ month }) => month)))];
  return months
    .sort((a, b) => a - b)
    .map((month) => {
      const ofMonth = byBook.flatMap(([{ key }, reviews]) =>
        reviews.filter((review) => review.month === month).map((review) => ({ key, review })),
      );
      return {
        month,
        dueOn: ofMonth[0]?.review.dueOn ?? allocatedOn,
        texts: new Map(
          ofMonth.map(({ key, review }) => [key, review.deeds.map((deed) => deedTexts[deed]).join('; ')]),
        ),
      };
    });
}

const reviewColumns: readonly Column<ReviewLine>[] = [
  { key: 'due', head: 'Fällig', cell: ({ month, dueOn }) => `${formatDay(dueOn)} (Monat ${month})` },
  ...ruleBooks.map((book) => ({
    key: book.key,
    head: book.name,
    cell: ({ texts }: ReviewLine) => texts.get(book.key) ?? '–',
  })),
];
