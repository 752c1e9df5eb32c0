import type { ReactNode } from 'react';
import { Alert, Badge } from '~/ui/data';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import type { GapLink } from '../gap-link';
import { GapsList } from './gaps-list';

interface Measure {
  readonly slug: string;
  readonly title: string;
}

/** One kind of paper and what it still needs. */
interface DocumentEntry {
  readonly kind: string;
  readonly title: string;
  readonly purpose: string;
  readonly gaps: readonly GapLink[];
}

interface Props {
  readonly measure: Measure;
  readonly documents: readonly DocumentEntry[];
  readonly mayEdit: boolean;
  /** Papers that are told about in their own way. */
  readonly children?: ReactNode;
}

/** The papers of one measure: which can be printed, and what the others still need. */
export function DocumentsPage({ measure, documents, mayEdit, children }: Props) {
  return (
    <Page
      title="Unterlagen"
      crumbs={[
        { to: paths.measures(), label: 'Maßnahmen' },
        { to: paths.measure(measure.slug), label: measure.title },
      ]}
      meta={<span>{measure.title}</span>}
    >
      {documents.map(({ kind, title, purpose, gaps }) => (
        <section className="mp-sec" key={kind}>
          <h2 className="kern-heading-small">{title}</h2>
          <p className="mp-lead">{purpose}</p>
          {gaps.length > 0 ? (
            <Incomplete slug={measure.slug} kind={kind} gaps={gaps} mayEdit={mayEdit} />
          ) : (
            <p className="mp-row">
              <a className="kern-btn kern-btn--secondary" href={paths.measureDocument(measure.slug, kind)}>
                <span className="kern-label">{title} als PDF öffnen</span>
              </a>
            </p>
          )}
        </section>
      ))}
      {children}
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
}: Omit<DocumentEntry, 'purpose'> & { readonly measure: Measure; readonly mayEdit: boolean }) {
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
        <Alert kind="warning" title={`${title}: Es fehlen noch Angaben`}>
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
