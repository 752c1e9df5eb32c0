import { Link } from '@remix-run/react';
import { paths } from '~/ui/paths';
import { profileSections, type ProfileSectionSlug } from '../../profile/sections';
import type { SectionSlug } from '../sections';
import { sections } from '../sections';

interface StepsProps {
  readonly slug: string;
  readonly current: SectionSlug | ProfileSectionSlug;
  /** How many entries the paper still needs, per step. */
  readonly missing: Readonly<Record<SectionSlug, number>>;
}

/** The steps of both forms, in any order: the profile, and what the paper needs beside it. */
export function Steps({ slug, current, missing }: StepsProps) {
  return (
    <nav aria-label="Schritte">
      <h2 className="kern-heading-small" id="schritte-profil">
        Profil
      </h2>
      <ol className="mp-steps" aria-labelledby="schritte-profil">
        {profileSections.map((section) => (
          <Step key={section.slug} measure={slug} {...section} isCurrent={section.slug === current} />
        ))}
      </ol>
      <h2 className="kern-heading-small" id="schritte-vorlage">
        Beschlussvorlage
      </h2>
      <ol className="mp-steps" aria-labelledby="schritte-vorlage">
        {sections.map((section) => (
          <Step
            key={section.slug}
            measure={slug}
            {...section}
            isCurrent={section.slug === current}
            missing={missing[section.slug]}
          />
        ))}
      </ol>
    </nav>
  );
}

interface StepProps {
  readonly measure: string;
  readonly slug: string;
  readonly title: string;
  readonly isCurrent: boolean;
  /** Undefined where nothing has to be entered. */
  readonly missing?: number;
}

function Step({ measure, slug, title, isCurrent, missing }: StepProps) {
  return (
    <li
      data-z={missing === undefined ? undefined : missing > 0 ? 'fehler' : 'fertig'}
      aria-current={isCurrent ? 'step' : undefined}
    >
      <span>
        {isCurrent ? (
          title
        ) : (
          <Link className="mp-a" to={paths.editMeasure(measure, slug)}>
            {title}
          </Link>
        )}
        {missing === 0 && <span className="kern-sr-only"> (vollständig)</span>}
        {missing !== undefined && missing > 0 && (
          <span className="mp-small mp-quiet">
            <br />
            {missing === 1 ? '1 Angabe fehlt' : `${missing} Angaben fehlen`}
          </span>
        )}
      </span>
    </li>
  );
}
