import { Alert, Badge } from '~/ui/data';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import type { GapLink } from '../council-paper/links';
import { documentKinds } from '../kinds';
import { GapsList } from './gaps-list';

interface Props {
  readonly measure: { readonly slug: string; readonly title: string };
  readonly gaps: readonly GapLink[];
  readonly mayEdit: boolean;
}

/** The papers of one measure: which can be printed, and what the others still need. */
export function DocumentsPage({ measure, gaps, mayEdit }: Props) {
  return (
    <Page
      title="Unterlagen"
      crumbs={[
        { to: paths.measures(), label: 'Maßnahmen' },
        { to: paths.measure(measure.slug), label: measure.title },
      ]}
      meta={<span>{measure.title}</span>}
    >
      {documentKinds.map(({ kind, title, purpose }) => (
        <section className="mp-sec" key={kind}>
          <h2 className="kern-heading-small">{title}</h2>
          <p className="mp-lead">{purpose}</p>
          {gaps.length > 0 ? (
            <Incomplete slug={measure.slug} kind={kind} gaps={gaps} mayEdit={mayEdit} />
          ) : (
            <p className="mp-row">
              <a className="kern-btn kern-btn--primary" href={paths.measureDocument(measure.slug, kind)}>
                <span className="kern-label">{title} als PDF öffnen</span>
              </a>
            </p>
          )}
        </section>
      ))}
    </Page>
  );
}

interface IncompleteProps {
  readonly slug: string;
  readonly kind: string;
  readonly gaps: readonly GapLink[];
  readonly mayEdit: boolean;
}

/** What is missing, where it is entered, and the draft as a way to look at it all the same. */
function Incomplete({ slug, kind, gaps, mayEdit }: IncompleteProps) {
  return (
    <div className="mp-stack">
      <p>
        <Badge kind="warning">{gapCount(gaps.length)}</Badge>
      </p>
      <GapsList gaps={gaps} mayEdit={mayEdit} />
      <p>
        <a className="kern-btn kern-btn--secondary" href={`${paths.measureDocument(slug, kind)}?entwurf=1`}>
          <span className="kern-label">Entwurf als PDF öffnen</span>
        </a>
      </p>
    </div>
  );
}

function gapCount(count: number): string {
  return count === 1 ? '1 Angabe fehlt' : `${String(count)} Angaben fehlen`;
}

/** What the address of a paper answers as long as the paper cannot be printed. */
export function IncompletePaperPage({
  measure,
  kind,
  title,
  gaps,
  mayEdit,
}: Props & { readonly kind: string; readonly title: string }) {
  return (
    <Page
      title={`${title} noch nicht vollständig`}
      crumbs={[
        { to: paths.measures(), label: 'Maßnahmen' },
        { to: paths.measure(measure.slug), label: measure.title },
        { to: paths.measureDocuments(measure.slug), label: 'Unterlagen' },
      ]}
      meta={<span>{measure.title}</span>}
    >
      <div className="mp-stack">
        <Alert kind="warning" title={`Die ${title} kann noch nicht erstellt werden`}>
          <p className="mp-small">
            {mayEdit
              ? 'Jede Angabe führt zu dem Feld, in dem sie eingetragen wird.'
              : 'Die Kreisverwaltung trägt diese Angaben ein.'}
          </p>
        </Alert>
        <Incomplete slug={measure.slug} kind={kind} gaps={gaps} mayEdit={mayEdit} />
      </div>
    </Page>
  );
}

/** For an address that names a paper the portal does not make. */
export function UnknownPaperPage({ kinds }: { readonly kinds: string }) {
  return (
    <Page title="Diese Unterlage gibt es nicht">
      <p className="mp-lead">Zu jeder Maßnahme gibt es: {kinds}.</p>
    </Page>
  );
}
