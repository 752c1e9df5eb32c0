import { Link } from '@remix-run/react';
import { Alert } from '~/ui/data';
import { SavedMessage } from '~/ui/form/error-summary';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import type { SourceProblem } from '../../read-source';
import { doneText, type ImportDone } from '../done';
import { UploadForm } from './upload-form';

interface Props {
  /** What the import just before did. */
  readonly done: ImportDone | null;
  /** Confirmed twice, thrown away in another window, or a day old. */
  readonly isPreviewGone: boolean;
  readonly refused: readonly SourceProblem[] | undefined;
}

export const measuresCrumb = { to: paths.measures(), label: 'Maßnahmen' };

/** Where files are handed in; nothing is imported before the preview was confirmed. */
export function ImportPage({ done, isPreviewGone, refused }: Props) {
  return (
    <Page title="Maßnahmen importieren" crumbs={[measuresCrumb]}>
      {done && !refused && (
        <SavedMessage message={`Import abgeschlossen: ${doneText(done)}.`}>
          <Link className="mp-a" to={paths.measures()}>
            Zu den Maßnahmen
          </Link>
        </SavedMessage>
      )}
      {isPreviewGone && !refused && (
        <Alert kind="info" title="Diese Vorschau gibt es nicht mehr">
          Sie wurde schon übernommen oder verworfen, oder sie ist älter als ein Tag. Was übernommen ist, steht
          unter{' '}
          <Link className="mp-a" to={paths.measures()}>
            Maßnahmen
          </Link>
          .
        </Alert>
      )}
      <div className="mp-cols mp-cols--aside">
        <div>
          <p>
            Nach dem Hochladen sehen Sie, was mit jeder Datei geschieht. Erst wenn Sie das bestätigen, ändert
            sich der Katalog. Eine Maßnahme mit derselben Kennung wird erneuert, nicht verdoppelt.
          </p>
          <UploadForm label="Dateien" submit="Dateien prüfen" isPrimary refused={refused} />
        </div>
        <aside aria-label="Format">
          <section className="mp-panel">
            <h2 className="kern-heading-small">Format der Dateien</h2>
            <p>
              Je Maßnahme eine JSON-Datei in UTF&#8209;8. Am schnellsten beginnen Sie mit dem Export einer
              vorhandenen Maßnahme.
            </p>
            <p>
              <a className="mp-a" href={paths.measureSchema()}>
                JSON-Schema mit allen Schlüsseln
              </a>
            </p>
          </section>
        </aside>
      </div>
    </Page>
  );
}
