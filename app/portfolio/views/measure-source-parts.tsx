import { Facts } from '~/ui/data';
import type { MeasureSource } from '../source';
import { SourceCourse } from './source-course';
import { SourceMoney } from './source-money';
import { Part } from './source-parts';
import { SourceProfile } from './source-profile';

interface Props {
  readonly source: MeasureSource;
  readonly sourceYear: number | null;
}

/** Every key of a portfolio file, in readable order; a test walks the files and misses none. */
export function MeasureSourceParts({ source, sourceYear }: Props) {
  return (
    <>
      <SourceProfile source={source} />
      <SourceMoney source={source} />
      <SourceCourse source={source} />
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
