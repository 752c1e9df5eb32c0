import { Link } from '@remix-run/react';
import { paths } from '~/ui/paths';
import type { MeasureList } from '../measure-list';
import { facetTitles } from '../words';
import type { SetFilter } from './filter-links';

interface Props {
  readonly set: readonly SetFilter[];
  readonly list: MeasureList;
}

/** Why the list is empty, and which filter to drop. */
export function NothingFound({ set, list }: Props) {
  if (list.allCount === 0) return <p>Es ist noch keine Maßnahme erfasst.</p>;
  const helpful = set.filter(({ facet }) => facet === 'text' || isOnlyOne(set, facet));
  return (
    <div className="mp-stack">
      <p>Keine Maßnahme passt zu diesen Filtern.</p>
      <ul>
        {helpful
          .filter(({ facet }) => list.countWithout[facet] > 0)
          .map(({ name, facet, without }) => (
            <li key={facet}>
              <Link className="mp-a" to={without}>
                Ohne {facet === 'text' ? name : `${facetTitles[facet]} „${name}“`}{' '}
                {areText(list.countWithout[facet])}
              </Link>
            </li>
          ))}
        <li>
          <Link className="mp-a" to={paths.measures()}>
            Ohne alle Filter {areText(list.allCount)}
          </Link>
        </li>
      </ul>
    </div>
  );
}

/** The count without a facet is that without all its values; it would be wrong beside one of several. */
function isOnlyOne(set: readonly SetFilter[], facet: SetFilter['facet']): boolean {
  return set.filter((other) => other.facet === facet).length === 1;
}

function areText(count: number): string {
  return count === 1 ? 'ist es 1.' : `sind es ${count}.`;
}
