import { Link } from '@remix-run/react';
import { paths } from '~/ui/paths';
import { steps, type StepSlug } from '../steps';

interface StepsProps {
  readonly slug: string;
  readonly current: StepSlug | 'freigabe';
  /** How many things each step still needs. */
  readonly missing: Readonly<Record<StepSlug, number>>;
}

/** The steps of "Vergabe vorbereiten", in any order, and at their end the release. */
export function PreparationSteps({ slug, current, missing }: StepsProps) {
  return (
    <nav aria-label="Schritte">
      <ol className="mp-steps">
        {steps.map((step) => {
          const count = missing[step.slug];
          return (
            <li
              key={step.slug}
              data-z={count ? 'fehler' : 'fertig'}
              aria-current={step.slug === current ? 'step' : undefined}
            >
              <span>
                {step.slug === current ? (
                  step.title
                ) : (
                  <Link className="mp-a" to={paths.prepareTender(slug, step.slug)}>
                    {step.title}
                  </Link>
                )}
                {count ? (
                  <span className="mp-small mp-quiet">
                    <br />
                    {count === 1 ? '1 Angabe offen' : `${count} Angaben offen`}
                  </span>
                ) : (
                  <span className="kern-sr-only"> (vollständig)</span>
                )}
              </span>
            </li>
          );
        })}
        <li aria-current={current === 'freigabe' ? 'step' : undefined}>
          <span>
            {current === 'freigabe' ? (
              'Unterlagen freigeben'
            ) : (
              <Link className="mp-a" to={paths.releaseTender(slug)}>
                Unterlagen freigeben
              </Link>
            )}
          </span>
        </li>
      </ol>
    </nav>
  );
}
