import { Link } from '@remix-run/react';
import { type FormReply, PortalForm } from '~/ui/form/portal-form';
import type { TypedValues } from '~/ui/form/typed-values';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { type FormPlan, stepForm } from '../forms';
import { nextStep, type StepSlug, stepTitle } from '../steps';
import type { StepFacts } from './step-facts';
import { stepFields } from './step-fields';
import { PreparationSteps } from './steps';

/** The answer to a form that was not saved; it brings back the lock the form was sent with. */
interface StepReply extends FormReply {
  readonly lock?: { readonly version: string; readonly seen: string };
}

interface PreparationPageProps {
  readonly measure: { readonly slug: string; readonly title: string };
  readonly step: StepSlug;
  readonly plan: FormPlan;
  readonly typed: TypedValues;
  readonly lock: { readonly version: string; readonly seen: string };
  /** Nobody saved this step yet: what it shows are proposals. */
  readonly isProposal: boolean;
  readonly missing: Readonly<Record<StepSlug, number>>;
  /** Sum of the weights as they are saved; null as long as one is missing. */
  readonly weightSum: number | null;
  /** Whether the legal basis asks for the provider certificate, in a sentence. */
  readonly azav: string;
  readonly reply: StepReply | undefined;
}

/** The schema must stay the same object as long as the page does: a new one would fill the form anew. */
const schemas = new Map<string, ReturnType<typeof stepForm>>();

function schemaOf(step: StepSlug, plan: FormPlan) {
  const key = `${step} ${JSON.stringify(plan)}`;
  const schema = schemas.get(key) ?? stepForm(step, plan);
  if (schemas.size > 50) schemas.clear();
  schemas.set(key, schema);
  return schema;
}

/** One step of "Vergabe vorbereiten". */
export function PreparationPage(props: PreparationPageProps) {
  const { measure, step, plan, typed, lock, missing, reply } = props;
  const facts: StepFacts = { sites: plan.sites, options: plan.hasOptions === false ? [] : plan.options };
  return (
    <Page
      title={stepTitle(step)}
      crumbs={[
        { to: paths.measures(), label: 'Maßnahmen' },
        { to: paths.measure(measure.slug), label: measure.title },
        { to: paths.measureDocuments(measure.slug), label: 'Unterlagen' },
      ]}
      meta={<span>Vergabe vorbereiten. Jeder Schritt lässt sich unvollständig speichern.</span>}
    >
      <div className="mp-cols mp-cols--form">
        <PreparationSteps slug={measure.slug} current={step} missing={missing} />
        <PortalForm
          schema={schemaOf(step, plan)}
          reply={reply}
          initial={typed}
          hidden={{ ...(reply?.lock ?? lock) }}
          submit={nextStep(step) ? 'Speichern und weiter' : 'Speichern und zur Freigabe'}
          secondary={
            <button className="kern-btn kern-btn--secondary" name="then" value="stay">
              <span className="kern-label">Speichern</span>
            </button>
          }
        >
          {stepFields[step](facts)}
        </PortalForm>
        <aside aria-label="Stand">
          {props.isProposal && (
            <section className="mp-panel">
              <h2 className="kern-heading-small">Vorschläge</h2>
              <p className="mp-small">
                Diesen Schritt hat noch niemand gespeichert. Vorbelegt ist, was die Maßnahme angibt und was
                sich meist bewährt. Mit dem Speichern gilt es als geprüft.
              </p>
            </section>
          )}
          {step === 'kriterien' && <WeightPanel sum={props.weightSum} />}
          {step === 'eignung' && (
            <section className="mp-panel mp-panel--quiet">
              <h2 className="kern-heading-small">Trägerzulassung (AZAV)</h2>
              <p className="mp-small">{props.azav}</p>
            </section>
          )}
          <section className="mp-panel mp-panel--quiet">
            <h2 className="kern-heading-small">Aus der Maßnahme</h2>
            <p className="mp-small">
              Laufzeit, Verlängerung, Standorte, Phasen, Räume, Hilfesysteme und Rechtsgrundlagen kommen aus
              der Planung.
            </p>
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

function WeightPanel({ sum }: { readonly sum: number | null }) {
  return (
    <section className="mp-panel mp-panel--quiet">
      <h2 className="kern-heading-small">Summe der Gewichte</h2>
      <p className="mp-small">
        {sum === null ? 'Es fehlen noch Gewichte.' : `Gespeichert sind ${sum} % von 100 %.`}
      </p>
    </section>
  );
}
