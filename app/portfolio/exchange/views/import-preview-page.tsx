import { Form, Link, useNavigation } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { Alert, DataTable } from '~/ui/data';
import { FindingsNotice } from '~/ui/form/error-summary';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import type { SourceProblem } from '../../read-source';
import type { OutcomeCounts } from '../outcome';
import type { PreviewRow, PreviewShown, Shown } from '../preview-shown';
import { measuresCrumb } from './import-page';
import { MoreRows, ProblemTable } from './problem-table';
import { UploadForm } from './upload-form';

type Stopped = 'faulty' | 'catalogueChanged' | 'tooMuch';

interface Props {
  readonly preview: PreviewShown;
  readonly reply: { readonly stopped?: Stopped; readonly refused?: readonly SourceProblem[] } | undefined;
}

const importCrumb = { to: paths.importMeasures(), label: 'Importieren' };

/** What an import would do, before it is done: all of it, or nothing. */
export function ImportPreviewPage({ preview, reply }: Props) {
  const { counts, problems, warnings, rows } = preview;
  const isFaulty = counts.faulty > 0;
  return (
    <Page
      title="Import prüfen"
      crumbs={[measuresCrumb, importCrumb]}
      meta={countTexts(counts).map((text) => (
        <span key={text}>{text}</span>
      ))}
    >
      {reply?.stopped && <StoppedNotice stopped={reply.stopped} />}
      {isFaulty && (
        <section>
          <Alert kind="danger" title={faultyTitle(counts.faulty)}>
            Es wurde nichts übernommen. Korrigieren Sie die Dateien und laden Sie nur diese noch einmal hoch;
            eine Datei gleichen Namens wird ersetzt, alle anderen bleiben.
          </Alert>
          <ProblemTable caption={`Fehler (${problems.total.toLocaleString('de-DE')})`} problems={problems} />
        </section>
      )}
      {isFaulty ? (
        <section className="mp-sec">
          <UploadForm
            label="Korrigierte Dateien"
            submit="Dateien ersetzen und prüfen"
            isPrimary
            refused={reply?.refused}
          />
          <DiscardForm />
        </section>
      ) : (
        <ConfirmForm preview={preview} />
      )}
      {warnings.total > 0 && <Warnings warnings={warnings} />}
      {rows.total > 0 && <OutcomeTable rows={rows} />}
    </Page>
  );
}

function ConfirmForm({ preview: { counts, basis } }: { readonly preview: PreviewShown }) {
  const isSending = useNavigation().state === 'submitting';
  const count = counts.new + counts.changed;
  if (count === 0) {
    return (
      <>
        <Alert kind="info" title="Es gibt nichts zu übernehmen">
          {counts.unchanged === 1
            ? 'Die Maßnahme steht schon so im Katalog.'
            : `Alle ${counts.unchanged.toLocaleString('de-DE')} Maßnahmen stehen schon so im Katalog.`}
        </Alert>
        <DiscardForm />
      </>
    );
  }
  const label =
    count === 1 ? '1 Maßnahme übernehmen' : `${count.toLocaleString('de-DE')} Maßnahmen übernehmen`;
  return (
    <div className="kern-btn-wrapper">
      <Form method="post">
        <input type="hidden" name="intent" value="confirm" />
        <input type="hidden" name="basis" value={basis} />
        <button className="kern-btn kern-btn--primary">
          <span className="kern-label">{label}</span>
        </button>
      </Form>
      <DiscardForm />
      <span className="mp-small mp-quiet" role="status">
        {isSending ? 'Wird übernommen …' : ''}
      </span>
    </div>
  );
}

function DiscardForm() {
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="discard" />
      <button className="kern-btn kern-btn--tertiary">
        <span className="kern-label">Import verwerfen</span>
      </button>
    </Form>
  );
}

function StoppedNotice({ stopped }: { readonly stopped: Stopped }) {
  const noticeRef = useRef<HTMLDivElement>(null);
  useEffect(() => noticeRef.current?.focus(), [stopped]);
  return <FindingsNotice findings={[stoppedText(stopped)]} noticeRef={noticeRef} />;
}

function stoppedText(stopped: Stopped): string {
  switch (stopped) {
    case 'faulty':
      return 'Mindestens eine Datei hat Fehler. Korrigieren Sie sie und laden Sie sie noch einmal hoch.';
    case 'catalogueChanged':
      return 'Der Katalog hat sich seit der Vorschau geändert. Sie sehen jetzt den neuen Vergleich; prüfen und bestätigen Sie ihn.';
    case 'tooMuch':
      return 'Mit diesen Dateien wären es zu viele auf einmal. Verwerfen Sie den Import und teilen Sie die Auswahl auf.';
  }
}

function Warnings({ warnings }: { readonly warnings: Shown<SourceProblem> }) {
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-medium">Hinweise</h2>
      <p>Diese Angaben fallen auf. Übernommen werden sie, wie sie in der Datei stehen.</p>
      <ProblemTable caption={`Hinweise (${warnings.total.toLocaleString('de-DE')})`} problems={warnings} />
    </section>
  );
}

function OutcomeTable({ rows }: { readonly rows: Shown<PreviewRow> }) {
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-medium">Maßnahmen</h2>
      <DataTable
        caption="Was mit den Maßnahmen geschieht"
        captionHidden
        cards
        rows={rows.rows}
        rowKey={({ file, slug }) => `${file} ${slug}`}
        columns={[
          { key: 'title', head: 'Maßnahme', cell: (row) => <MeasureName row={row} /> },
          { key: 'slug', head: 'Kennung', cell: ({ slug }) => slug },
          { key: 'file', head: 'Datei', cell: ({ file }) => file },
          { key: 'kind', head: 'Geschieht', cell: ({ kind }) => (kind === 'new' ? 'neu' : 'geändert') },
          {
            key: 'changed',
            head: 'Geänderte Angaben',
            cell: ({ changed }) => (changed.length > 0 ? changed.join(', ') : '–'),
          },
        ]}
      />
      <MoreRows shown={rows} />
    </section>
  );
}

/** Only what is in the catalogue already has a page. */
function MeasureName({ row: { kind, slug, title } }: { readonly row: PreviewRow }) {
  if (kind === 'new') return title;
  return (
    <Link className="mp-a" to={paths.measure(slug)}>
      {title}
    </Link>
  );
}

function faultyTitle(count: number): string {
  return count === 1 ? '1 Datei hat Fehler' : `${count.toLocaleString('de-DE')} Dateien haben Fehler`;
}

function countTexts(counts: OutcomeCounts): string[] {
  const texts: readonly (readonly [count: number, word: string])[] = [
    [counts.new, 'neu'],
    [counts.changed, 'geändert'],
    [counts.unchanged, 'unverändert'],
    [counts.faulty, 'fehlerhaft'],
  ];
  return texts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count.toLocaleString('de-DE')} ${word}`);
}
