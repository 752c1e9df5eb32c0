import { Fragment } from 'react';
import { Facts, NotStated } from '~/ui/data';
import type { MeasureContent } from '../content';
import { SourceCourse } from './source-course';
import { SourceMoney } from './source-money';
import { enteredFacts, readFacts, type StructuredFact } from '../profile/structured-facts';
import { Part } from './source-parts';
import { SourceProfile } from './source-profile';

interface Props {
  readonly source: MeasureContent;
  readonly sourceYear: number | null;
  /** Where the results stand protected, for those who may not see them exactly; null: they stand here. */
  readonly protectedResults: string | null;
}

/** Every key of a portfolio file, in readable order; a test walks the files and misses none. */
export function MeasureSourceParts({ source, sourceYear, protectedResults }: Props) {
  return (
    <>
      <SourceProfile source={source} />
      <SourceMoney source={source} />
      <SourceCourse source={source} protectedResults={protectedResults} />
      <Numbers content={source} />
      <Part id="quelle">
        <Facts
          facts={[
            { label: 'Titel in der Quelle', value: source.title },
            { label: 'Stand der Quelle', value: sourceYear },
            { label: 'Kennung', value: source.slug },
          ]}
        />
      </Part>
    </>
  );
}

/** The numbers behind the words: entered ones, and those that could be read without guessing. */
function Numbers({ content }: { readonly content: MeasureContent }) {
  const entered = enteredFacts(content);
  const read = readFacts(content);
  return (
    <Part id="zahlen">
      {entered.length + read.length === 0 && (
        <p>
          <NotStated />
        </p>
      )}
      {entered.length > 0 && <FactList facts={entered} />}
      {read.length > 0 && (
        <>
          <p className="mp-small mp-quiet">Aus dem Wortlaut der Quelle gelesen:</p>
          <FactList facts={read} />
        </>
      )}
    </Part>
  );
}

/** Labels may repeat: two premiums, three staff keys. */
function FactList({ facts }: { readonly facts: readonly StructuredFact[] }) {
  return (
    <dl className="mp-facts">
      {facts.map(({ label, value }, index) => (
        <Fragment key={index}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
