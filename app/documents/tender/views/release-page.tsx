import { Form } from '@remix-run/react';
import { Fragment, type ReactNode } from 'react';
import { Alert, Badge, DataTable } from '~/ui/data';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import type { GapLink } from '../../gap-link';
import { documentTitle, type DocumentKind } from '../../kinds';
import { GapsList } from '../../views/gaps-list';

/** A released set as the page lists it. */
interface ReleasedSet {
  readonly no: number;
  readonly versionNo: number;
  readonly sha256: string;
  /** "02.09.2019, 10:42 Uhr" */
  readonly releasedAt: string;
  readonly releasedBy: string;
  readonly files: readonly { readonly kind: DocumentKind; readonly sha256: string }[];
}

interface ReleasePageProps {
  readonly measure: { readonly slug: string; readonly title: string };
  readonly steps: ReactNode;
  readonly gaps: readonly GapLink[];
  readonly releases: readonly ReleasedSet[];
  /** What changed since the newest set; empty: it is up to date. */
  readonly changes: readonly string[];
  /** The day until which bids may come lies behind us. */
  readonly isLate: boolean;
  readonly isReleased: boolean;
  readonly refusal: string | null;
}

/** The last step: what is still open, the button, and every set that was released. */
export function ReleasePage(props: ReleasePageProps) {
  const { measure, gaps, releases, changes, refusal } = props;
  const isUpToDate = releases.length > 0 && changes.length === 0;
  return (
    <Page
      title="Unterlagen freigeben"
      crumbs={[
        { to: paths.measures(), label: 'Maßnahmen' },
        { to: paths.measure(measure.slug), label: measure.title },
        { to: paths.measureDocuments(measure.slug), label: 'Unterlagen' },
      ]}
      meta={<span>Vergabe vorbereiten</span>}
    >
      <div className="mp-cols mp-cols--form">
        {props.steps}
        <div className="mp-stack">
          {props.isReleased && refusal === null && (
            <Alert kind="success" title="Unterlagen freigegeben">
              <p className="mp-small">Der neue Satz steht unten und bleibt, wie er ist.</p>
            </Alert>
          )}
          {refusal !== null && <Alert kind="danger" title={refusal} />}
          {changes.length > 0 && (
            <Alert kind="warning" title={`Unterlagen nicht mehr aktuell: ${changes.join(', ')}`}>
              <p className="mp-small">Seit der letzten Freigabe hat sich das geändert. Geben Sie neu frei.</p>
            </Alert>
          )}
          {gaps.length > 0 ? (
            <section className="mp-sec">
              <h2 className="kern-heading-small">Noch offen</h2>
              <p>
                <Badge kind="warning">
                  {gaps.length === 1 ? '1 Angabe ist offen' : `${gaps.length} Angaben sind offen`}
                </Badge>
              </p>
              <GapsList gaps={gaps} mayEdit />
              <p>
                <a
                  className="kern-btn kern-btn--secondary"
                  href={`${paths.measureDocument(measure.slug, 'vergabeunterlagen')}?entwurf=1`}
                >
                  <span className="kern-label">Entwurf aller Unterlagen als PDF öffnen</span>
                </a>
              </p>
            </section>
          ) : (
            <ReadySection slug={measure.slug} isLate={props.isLate} isUpToDate={isUpToDate} />
          )}
          <section className="mp-sec">
            <h2 className="kern-heading-small">Freigegebene Sätze</h2>
            {releases.length === 0 && <p>Es ist noch kein Satz freigegeben.</p>}
            {releases.map((release) => (
              <ReleasedSetTable key={release.no} slug={measure.slug} release={release} />
            ))}
          </section>
        </div>
      </div>
    </Page>
  );
}

function ReadySection({
  slug,
  isLate,
  isUpToDate,
}: {
  readonly slug: string;
  readonly isLate: boolean;
  readonly isUpToDate: boolean;
}) {
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Prüfen und freigeben</h2>
      <p className="mp-lead">
        Alle Angaben sind da. Mit der Freigabe hält das Portal die Version der Maßnahme fest und bewahrt die
        Unterlagen unverändert auf.
      </p>
      {isLate && (
        <Alert kind="info" title="Die Angebotsfrist liegt in der Vergangenheit">
          <p className="mp-small">Prüfen Sie vor der Freigabe die Termine.</p>
        </Alert>
      )}
      <div className="mp-row">
        <a className="kern-btn kern-btn--secondary" href={paths.measureDocument(slug, 'vergabeunterlagen')}>
          <span className="kern-label">Arbeitsstand als PDF öffnen</span>
        </a>
        <a className="kern-btn kern-btn--secondary" href={paths.tenderArchive(slug)}>
          <span className="kern-label">Arbeitsstand als ZIP laden</span>
        </a>
        {isUpToDate ? (
          <p>Der letzte Satz ist aktuell.</p>
        ) : (
          <Form method="post">
            <button className="kern-btn kern-btn--primary">
              <span className="kern-label">Unterlagen freigeben</span>
            </button>
          </Form>
        )}
      </div>
    </section>
  );
}

function ReleasedSetTable({ slug, release }: { readonly slug: string; readonly release: ReleasedSet }) {
  const { no, versionNo, releasedAt, releasedBy, sha256, files } = release;
  return (
    <div className="mp-stack">
      <h3 className="kern-label">
        Satz {no}, Version {versionNo} der Maßnahme
      </h3>
      <p className="mp-small">
        Freigegeben am {releasedAt} von {releasedBy}. Prüfsumme des Satzes (SHA-256): <Sha256 hash={sha256} />
      </p>
      <p>
        <a className="mp-a" href={`${paths.tenderArchive(slug)}?freigabe=${no}`}>
          Satz {no} als ZIP laden
        </a>
      </p>
      <DataTable
        caption={`Unterlagen des Satzes ${no}`}
        rows={files}
        rowKey={({ kind }) => kind}
        columns={[
          {
            key: 'title',
            head: 'Unterlage',
            cell: ({ kind }) => (
              <a className="mp-a" href={`${paths.measureDocument(slug, kind)}?freigabe=${no}`}>
                {documentTitle(kind)}
                <span className="kern-sr-only">, Satz {no}</span>
              </a>
            ),
          },
          { key: 'sha256', head: 'SHA-256', cell: ({ sha256: hash }) => <Sha256 hash={hash} /> },
        ]}
      />
    </div>
  );
}

/** In groups between which a narrow screen may break the line; copied it is one piece. */
function Sha256({ hash }: { readonly hash: string }) {
  const groups = hash.match(/.{1,8}/g) ?? [];
  return (
    <code>
      {groups.map((group, index) => (
        <Fragment key={index}>
          {group}
          <wbr />
        </Fragment>
      ))}
    </code>
  );
}
