import { Link } from '@remix-run/react';
import { Alert, Badge, DataTable } from '~/ui/data';
import { paths } from '~/ui/paths';
import { documentTitle, type DocumentKind } from '../../kinds';

interface TenderPaperRow {
  readonly kind: DocumentKind;
  readonly purpose: string;
  readonly gapCount: number;
}

interface TenderSectionProps {
  readonly slug: string;
  readonly papers: readonly TenderPaperRow[];
  /** The newest released set; null: none yet. */
  readonly release: { readonly no: number; readonly releasedAt: string } | null;
  /** What changed since; empty: the set is up to date. */
  readonly changes: readonly string[];
  /** Whether the reader may prepare the tender; what one may not do is absent. */
  readonly mayPrepare: boolean;
}

/** The tender papers of a measure: one table, because they are made of the same data and lack the same. */
export function TenderSection({ slug, papers, release, changes, mayPrepare }: TenderSectionProps) {
  return (
    <section className="mp-sec" id="vergabe">
      <h2 className="kern-heading-small">Vergabeunterlagen</h2>
      <p className="mp-lead">
        Unterlagen für Bieter, als Arbeitsstand. Verschickt wird nur ein freigegebener Satz.
      </p>
      <div className="mp-stack">
        {changes.length > 0 && (
          <Alert kind="warning" title={`Unterlagen nicht mehr aktuell: ${changes.join(', ')}`} />
        )}
        <DataTable
          caption="Vergabeunterlagen"
          captionHidden
          rows={papers}
          rowKey={({ kind }) => kind}
          columns={[
            { key: 'title', head: 'Unterlage', cell: ({ kind }) => documentTitle(kind) },
            { key: 'purpose', head: 'Zweck', cell: ({ purpose }) => purpose },
            { key: 'state', head: 'Stand', cell: ({ gapCount }) => <PaperState gapCount={gapCount} /> },
            { key: 'file', head: 'PDF', cell: (row) => <PaperLink slug={slug} {...row} /> },
          ]}
        />
        <p className="mp-row">
          {mayPrepare && (
            <Link className="kern-btn kern-btn--secondary" to={paths.prepareTender(slug)}>
              <span className="kern-label">Vergabe vorbereiten</span>
            </Link>
          )}
          {release && (
            <a
              className="kern-btn kern-btn--secondary"
              href={`${paths.tenderArchive(slug)}?freigabe=${release.no}`}
            >
              <span className="kern-label">
                Satz {release.no} vom {release.releasedAt} als ZIP laden
              </span>
            </a>
          )}
          {mayPrepare && (
            <Link className="mp-a" to={paths.releaseTender(slug)}>
              {release ? 'Freigegebene Sätze ansehen' : 'Unterlagen freigeben'}
            </Link>
          )}
        </p>
      </div>
    </section>
  );
}

function PaperState({ gapCount }: { readonly gapCount: number }) {
  if (gapCount === 0) return <>vollständig</>;
  return <Badge kind="warning">{gapCount === 1 ? '1 Angabe fehlt' : `${gapCount} Angaben fehlen`}</Badge>;
}

/** A paper with gaps leads to the page that names them; the draft shows how far it is. */
function PaperLink({ slug, kind, gapCount }: TenderPaperRow & { readonly slug: string }) {
  const address = paths.measureDocument(slug, kind);
  const title = documentTitle(kind);
  if (gapCount === 0) {
    return (
      <a className="mp-a" href={address}>
        {title} öffnen
      </a>
    );
  }
  return (
    <>
      <a className="mp-a" href={address}>
        Was fehlt<span className="kern-sr-only">: {title}</span>
      </a>
      {', '}
      <a className="mp-a" href={`${address}?entwurf=1`}>
        Entwurf<span className="kern-sr-only">: {title}</span>
      </a>
    </>
  );
}
