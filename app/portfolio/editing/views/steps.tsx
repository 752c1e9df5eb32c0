import { Link } from '@remix-run/react';
import { paths } from '~/ui/paths';
import type { SectionSlug } from '../sections';
import { sectionIndex, sections } from '../sections';

interface StepsProps {
  readonly slug: string;
  readonly current: SectionSlug;
  /** How many entries the paper still needs, per step. */
  readonly missing: Readonly<Record<SectionSlug, number>>;
}

/** The steps of the planning form: in any order, each says whether something is missing. */
export function Steps({ slug, current, missing }: StepsProps) {
  return (
    <nav aria-label="Schritte">
      <p className="mp-small mp-quiet">
        Schritt {sectionIndex(current) + 1} von {sections.length}
      </p>
      <ol className="mp-steps">
        {sections.map((section) => {
          const isCurrent = section.slug === current;
          const count = missing[section.slug];
          return (
            <li
              key={section.slug}
              data-z={count ? 'fehler' : 'fertig'}
              aria-current={isCurrent ? 'step' : undefined}
            >
              <span>
                {isCurrent ? (
                  section.title
                ) : (
                  <Link className="mp-a" to={paths.editMeasure(slug, section.slug)}>
                    {section.title}
                  </Link>
                )}
                {count ? (
                  <span className="mp-small mp-quiet">
                    <br />
                    {count === 1 ? '1 Angabe fehlt' : `${count} Angaben fehlen`}
                  </span>
                ) : (
                  <span className="kern-sr-only"> (vollständig)</span>
                )}
              </span>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
