import { Link } from '@remix-run/react';
import { Alert } from '~/ui/data';
import { paths } from '~/ui/paths';
import type { Contract } from '../contract';

interface ObstaclesProps {
  /** What stands between the draft and its signing. */
  readonly sentences: readonly string[];
  /** Whoever reads it can mend it in the budget. */
  readonly lacksMoney: boolean;
}

export function Obstacles({ sentences, lacksMoney }: ObstaclesProps) {
  return (
    <Alert kind="warning" title="Der Vertrag lässt sich noch nicht unterzeichnen">
      <ul className="kern-list kern-list--bullet">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {lacksMoney && (
        <p>
          <Link className="mp-a" to={paths.budget()}>
            Haushalt öffnen
          </Link>
        </p>
      )}
    </Alert>
  );
}

/** Places alone let nobody in: the measure must run and take people. */
export function NobodyTakenIn({ measure }: Pick<Contract, 'measure'>) {
  return (
    <Alert kind="warning" title={`${measure.title} nimmt niemanden auf`}>
      <p>
        Die Plätze sind da, zuweisen lässt sich erst, wenn die Maßnahme läuft und ihre Aufnahme offen ist.{' '}
        <Link className="mp-a" to={paths.measureState(measure.slug)}>
          Stand der Maßnahme öffnen
        </Link>
      </p>
    </Alert>
  );
}
