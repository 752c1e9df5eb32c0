import { Link } from '@remix-run/react';
import { Facts } from '~/ui/data';
import { type FormReply, PortalForm } from '~/ui/form/portal-form';
import type { TypedValues } from '~/ui/form/typed-values';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import type { SectionLock } from '../../editing/lock';
import type { SectionSlug } from '../../editing/sections';
import { Steps } from '../../editing/views/steps';
import type { Finding } from '../../findings';
import { FindingsPanel } from '../../views/findings-panel';
import { profileForms } from '../schema';
import { nextProfileSection, profileSection, type ProfileSectionSlug } from '../sections';
import { specFields } from './spec-fields';

interface ProfilePageProps {
  readonly measure: { readonly slug: string; readonly title: string };
  readonly section: ProfileSectionSlug;
  readonly typed: TypedValues;
  readonly lock: SectionLock;
  readonly missing: Readonly<Record<SectionSlug, number>>;
  readonly findings: readonly Finding[];
  /** What the fact sheet says so far. */
  readonly preview: readonly { readonly label: string; readonly value: string | null }[];
  readonly reply: (FormReply & { readonly lock?: SectionLock }) | undefined;
}

/** One step of a measure's own profile. */
export function ProfilePage(props: ProfilePageProps) {
  const { measure, section, typed, lock, missing, findings, preview, reply } = props;
  const { title, fields } = profileSection(section);
  return (
    <Page
      title={title}
      crumbs={[
        { to: paths.measures(), label: 'Maßnahmen' },
        { to: paths.measure(measure.slug), label: measure.title },
      ]}
      meta={<span>Profil der Maßnahme. Was nicht bekannt ist, bleibt leer.</span>}
    >
      <div className="mp-cols mp-cols--form">
        <Steps slug={measure.slug} current={section} missing={missing} />
        <PortalForm
          schema={profileForms[section]}
          reply={reply}
          initial={typed}
          hidden={{ ...(reply?.lock ?? lock) }}
          submit={nextProfileSection(section) ? 'Speichern und weiter' : 'Speichern und zur Maßnahme'}
          secondary={
            <button className="kern-btn kern-btn--secondary" name="then" value="stay">
              <span className="kern-label">Speichern</span>
            </button>
          }
        >
          {specFields(fields)}
        </PortalForm>
        <aside aria-label="Steckbrief">
          <FindingsPanel slug={measure.slug} findings={findings} />
          <section className="mp-panel mp-panel--quiet">
            <h2 className="kern-heading-small">Steckbrief</h2>
            <Facts facts={preview} tight />
            <p className="mp-small">
              <Link className="mp-a" to={paths.measure(measure.slug)}>
                Maßnahme ansehen
              </Link>
            </p>
          </section>
        </aside>
      </div>
    </Page>
  );
}
