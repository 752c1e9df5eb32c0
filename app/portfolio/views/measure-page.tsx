import { Link } from '@remix-run/react';
import { Badge } from '~/ui/data';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import type { MeasureContent } from '../content';
import type { Finding } from '../findings';
import { type MeasureState, stateNames } from '../states';
import { kindNames } from '../words';
import { FindingsPanel } from './findings-panel';
import { MeasureSourceParts } from './measure-source-parts';
import { partTitles } from './source-parts';

/** A paper of this measure and how complete its data are. */
interface MeasureDocument {
  readonly kind: string;
  readonly name: string;
  /** Zero: complete. Null: not determined. */
  readonly missingCount: number | null;
}

interface Props {
  readonly slug: string;
  readonly sourceYear: number | null;
  readonly source: MeasureContent;
  readonly state: MeasureState;
  readonly findings: readonly Finding[];
  readonly documents: readonly MeasureDocument[];
  /** Whether the reader may change the measure; what one may not do is absent. */
  readonly isEditable: boolean;
  /** Else `source` comes without results, and the protected evaluation shows them. */
  readonly seesExactFigures: boolean;
}

/** One measure, with everything its source says. */
export function MeasurePage(props: Props) {
  const { slug, sourceYear, source, state, findings, documents, isEditable, seesExactFigures } = props;
  return (
    <Page
      title={source.title}
      crumbs={[{ to: paths.measures(), label: 'Maßnahmen' }]}
      meta={
        <>
          <span>{stateNames[state]}</span>
          <span>{kindNames[source.kind]}</span>
          {source.legalBases.length > 0 && <span>{source.legalBases.join(', ')}</span>}
          {source.carrier.name && <span>{source.carrier.name}</span>}
          {sourceYear !== null && <span>Quelle {sourceYear}</span>}
        </>
      }
      actions={
        <>
          {seesExactFigures && (
            <a href={paths.measureFile(slug)} className="kern-btn kern-btn--tertiary">
              <span className="kern-label">
                Exportieren<span className="kern-sr-only"> (JSON-Datei)</span>
              </span>
            </a>
          )}
          {isEditable && (
            <>
              <Link to={paths.newMeasure(slug)} className="kern-btn kern-btn--secondary">
                <span className="kern-label">Kopieren</span>
              </Link>
              <Link to={paths.editMeasure(slug)} className="kern-btn kern-btn--primary">
                <span className="kern-label">Bearbeiten</span>
              </Link>
            </>
          )}
        </>
      }
    >
      <div className="mp-cols mp-cols--aside">
        <div>
          <MeasureSourceParts
            source={source}
            sourceYear={sourceYear}
            protectedResults={seesExactFigures ? null : paths.measureEvaluation(slug)}
          />
        </div>
        <aside aria-label="Unterlagen und Inhalt" className="mp-sticky mp-noprint">
          <section className="mp-panel">
            <h2 className="kern-heading-small">Unterlagen</h2>
            <p className="mp-small">
              <Link className="mp-a" to={paths.measureDocuments(slug)}>
                Alle Unterlagen und Vergabe
              </Link>
            </p>
            <ul className="mp-docs">
              {documents.map((document) => (
                <DocumentEntry key={document.kind} slug={slug} document={document} />
              ))}
            </ul>
            <p className="mp-small">
              <Link className="mp-a" to={paths.measureEvaluation(slug)}>
                Auswertung am Bildschirm
              </Link>
            </p>
          </section>
          <section className="mp-panel">
            <h2 className="kern-heading-small">Stand</h2>
            <p className="mp-small">
              {stateNames[state]} ·{' '}
              <Link className="mp-a" to={paths.measureState(slug)}>
                Stand und Versionen
              </Link>
            </p>
          </section>
          <FindingsPanel slug={slug} findings={findings} mayEdit={isEditable} />
          <nav className="mp-panel mp-panel--quiet mp-only-wide" aria-labelledby="inhalt-titel">
            <h2 className="kern-heading-small" id="inhalt-titel">
              Auf dieser Seite
            </h2>
            <ul className="mp-contents">
              {Object.entries(partTitles).map(([id, title]) => (
                <li key={id}>
                  <a className="mp-a" href={`#${id}`}>
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </aside>
      </div>
    </Page>
  );
}

/** Links to files are plain ones: the browser fetches a PDF itself. */
function DocumentEntry({ slug, document }: { readonly slug: string; readonly document: MeasureDocument }) {
  const address = paths.measureDocument(slug, document.kind);
  const { missingCount } = document;
  return (
    <li>
      {missingCount !== null && missingCount > 0 && (
        <Badge kind="warning">
          {missingCount === 1 ? '1 Angabe fehlt' : `${missingCount} Angaben fehlen`}
        </Badge>
      )}
      <a className="mp-a" href={address}>
        {document.name}
      </a>
      <small>
        PDF{missingCount === 0 && ' · vollständig'}
        {missingCount !== 0 && (
          <>
            {' · '}
            <a className="mp-a" href={`${address}?entwurf=1`}>
              Entwurf<span className="kern-sr-only"> der {document.name}</span>
            </a>
          </>
        )}
      </small>
    </li>
  );
}
