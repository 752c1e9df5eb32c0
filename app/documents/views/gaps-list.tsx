import { Link } from '@remix-run/react';
import type { GapLink } from '../gap-link';

/** What a paper still needs, each with the way to the field where it is entered. */
export function GapsList({
  gaps,
  mayEdit,
}: {
  readonly gaps: readonly GapLink[];
  readonly mayEdit: boolean;
}) {
  return (
    <ul className="kern-list kern-list--bullet">
      {gaps.map((gap) => (
        <li key={`${gap.to ?? ''} ${gap.label} ${gap.sentence ?? ''}`}>
          {mayEdit && gap.to !== null ? (
            <Link className="mp-a" to={gap.to}>
              {gap.label}
            </Link>
          ) : (
            gap.label
          )}
          {gap.sentence && `: ${gap.sentence}`}
        </li>
      ))}
    </ul>
  );
}
