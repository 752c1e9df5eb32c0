import { Link } from '@remix-run/react';
import { type FormReply, PortalForm } from '~/ui/form/portal-form';
import type { TypedValues } from '~/ui/form/typed-values';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import type { PlanChoices } from '../conflict';
import { sectionForms } from '../forms';
import type { SectionLock } from '../lock';
import type { PlanPreview } from '../preview';
import type { SectionSlug } from '../sections';
import { nextSection, sectionTitle } from '../sections';
import { CostPanel, TermPanel } from './preview-panel';
import { sectionFields } from './section-fields';
import { Steps } from './steps';

/** The answer to a form that was not saved; it brings back the lock the form was sent with. */
interface SectionReply extends FormReply {
  readonly lock?: SectionLock;
}

interface EditingPageProps {
  readonly measure: { readonly slug: string; readonly title: string };
  readonly section: SectionSlug;
  readonly typed: TypedValues;
  readonly lock: SectionLock;
  readonly choices: PlanChoices;
  readonly missing: Readonly<Record<SectionSlug, number>>;
  readonly preview: PlanPreview;
  readonly reply: SectionReply | undefined;
}

/** One step of the planning form. */
export function EditingPage(props: EditingPageProps) {
  const { measure, section, typed, lock, choices, missing, preview, reply } = props;
  return (
    <Page
      title={sectionTitle(section)}
      crumbs={[
        { to: paths.measures(), label: 'Maßnahmen' },
        { to: paths.measure(measure.slug), label: measure.title },
      ]}
      meta={<span>Angaben für die Beschlussvorlage. Jeder Schritt lässt sich unvollständig speichern.</span>}
    >
      <div className="mp-cols mp-cols--form">
        <Steps slug={measure.slug} current={section} missing={missing} />
        <PortalForm
          schema={sectionForms[section]}
          reply={reply}
          initial={typed}
          hidden={{ ...(reply?.lock ?? lock) }}
          submit={nextSection(section) ? 'Speichern und weiter' : 'Speichern und zur Beschlussvorlage'}
          secondary={
            <button className="kern-btn kern-btn--secondary" name="then" value="stay">
              <span className="kern-label">Speichern</span>
            </button>
          }
        >
          {sectionFields[section](choices)}
        </PortalForm>
        <aside aria-label="Stand">
          {section === 'laufzeit' && <TermPanel preview={preview} />}
          {section === 'kosten' && <CostPanel preview={preview} />}
          <section className="mp-panel">
            <h2 className="kern-heading-small">Beschlussvorlage</h2>
            <p className="mp-small">
              <Link className="mp-a" to={paths.measureDocuments(measure.slug)}>
                Unterlagen zu {measure.title} ansehen
              </Link>
            </p>
          </section>
        </aside>
      </div>
    </Page>
  );
}
