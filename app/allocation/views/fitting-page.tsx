import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { DataTable } from '~/ui/data';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { formatDay, formatPeriod } from '~/values/calendar';
import { fitText } from '../finding-text';
import type { ShownFit, ShownSpot } from '../fitting';
import type { FitReason } from '../rules/fit';

interface Props {
  readonly client: { readonly id: string; readonly customerNumber: string };
  readonly identity: ReactNode;
  readonly fits: readonly ShownFit[];
}

/** Measures with places under a running contract, best fit first; what is excluded says why. */
export function FittingPage({ client, identity, fits }: Props) {
  const shown = fits.filter(({ fit }) => fit !== 'excluded');
  const excluded = fits.filter(({ fit }) => fit === 'excluded');
  const count = (wanted: ShownFit['fit']) => fits.filter(({ fit }) => fit === wanted).length;
  return (
    <Page
      title="Passende Maßnahmen"
      crumbs={[
        { to: paths.clients(), label: 'Kundinnen und Kunden' },
        { to: paths.client(client.id), label: `Kundennummer ${client.customerNumber}` },
      ]}
      meta={
        <span>
          {count('fits')} passend, {count('toClear')} zu klären, {excluded.length} ausgeschlossen
        </span>
      }
    >
      {identity}
      {fits.length === 0 && (
        <p className="mp-lead">
          Im Augenblick läuft kein Vertrag mit Plätzen. Welche Maßnahmen es gibt, steht im{' '}
          <Link className="mp-a" to={paths.measures()}>
            Verzeichnis der Maßnahmen
          </Link>
          .
        </p>
      )}
      {shown.map((fit, index) => (
        <FitCard key={fit.slug} fit={fit} clientId={client.id} isFirst={index === 0} />
      ))}
      {excluded.length > 0 && (
        <details open={shown.length === 0}>
          <summary>
            {excluded.length === 1
              ? '1 ausgeschlossene Maßnahme und warum'
              : `${excluded.length} ausgeschlossene Maßnahmen und warum`}
          </summary>
          {excluded.map((fit) => (
            <FitCard key={fit.slug} fit={fit} clientId={client.id} isFirst={false} />
          ))}
        </details>
      )}
    </Page>
  );
}

interface CardProps {
  readonly fit: ShownFit;
  readonly clientId: string;
  /** One primary button per page. */
  readonly isFirst: boolean;
}

function FitCard({ fit, clientId, isFirst }: CardProps) {
  return (
    <article className="mp-panel mp-sec">
      <div className="mp-row mp-row--apart">
        <h2 className="kern-heading-small">
          <Link className="mp-a" to={paths.measure(fit.slug)}>
            {fit.title}
          </Link>
        </h2>
        <Acts fit={fit} clientId={clientId} isFirst={isFirst} />
      </div>
      <p className="mp-small mp-quiet">{[...fit.legalBases, ...fit.providers].join(' · ')}</p>
      <ul className="mp-reasons">
        {fit.reasons.map((reason) => (
          <Reason key={`${reason.detail.code} ${fitText(reason.detail)}`} reason={reason} />
        ))}
      </ul>
      {fit.spots.length > 0 && <SpotTable title={fit.title} spots={fit.spots} />}
    </article>
  );
}

function Acts({ fit, clientId, isFirst }: CardProps) {
  const look = isFirst ? 'kern-btn kern-btn--primary' : 'kern-btn kern-btn--secondary';
  return (
    <span className="kern-btn-wrapper">
      {fit.mayAllocate && (
        <Link className={look} to={paths.newAllocation(clientId, fit.slug)}>
          <span className="kern-label">
            Zuweisen …<span className="kern-sr-only"> {fit.title}</span>
          </span>
        </Link>
      )}
      {fit.mayWait && (
        <Link className="kern-btn kern-btn--secondary" to={paths.joinWaitlist(clientId, fit.slug)}>
          <span className="kern-label">
            Auf die Warteliste …<span className="kern-sr-only"> {fit.title}</span>
          </span>
        </Link>
      )}
      {!fit.isAccessOpen && (
        <Link className={look} to={`${paths.checkClient(clientId)}?massnahme=${fit.slug}`}>
          <span className="kern-label">
            Zugang prüfen<span className="kern-sr-only">: {fit.title}</span>
          </span>
        </Link>
      )}
    </span>
  );
}

const looks = {
  for: { icon: 'kern-icon--check mp-ok', words: 'Spricht dafür: ' },
  clear: { icon: 'kern-icon--warning mp-warn', words: 'Zu klären: ' },
  against: { icon: 'kern-icon--close mp-no', words: 'Spricht dagegen: ' },
} as const;

function Reason({ reason }: { readonly reason: FitReason }) {
  const { icon, words } = looks[reason.weight];
  return (
    <li>
      <span className={`kern-icon ${icon}`} aria-hidden="true" />
      <span>
        <span className="kern-sr-only">{words}</span>
        {fitText(reason.detail)}
        {reason.rule && <span className="mp-quiet"> ({ruleText(reason.rule)})</span>}
      </span>
    </li>
  );
}

function ruleText(rule: string): string {
  return /^[A-Z]/.test(rule) ? `Regel ${rule}` : `Lesart ${rule}`;
}

function SpotTable({ title, spots }: { readonly title: string; readonly spots: readonly ShownSpot[] }) {
  return (
    <DataTable
      caption={`Plätze: ${title}`}
      captionHidden
      cards
      rows={spots}
      rowKey={({ key }) => key}
      columns={[
        { key: 'spot', head: 'Standort oder Gruppe', cell: ({ label }) => label },
        {
          key: 'days',
          head: 'Zeit',
          cell: ({ firstDay, lastDay }) => formatPeriod(firstDay, lastDay),
        },
        { key: 'count', head: 'Plätze', numeric: true, cell: ({ count }) => count },
        { key: 'free', head: 'Frei', numeric: true, cell: ({ free }) => free },
        {
          key: 'next',
          head: 'Nächster freier Platz',
          cell: ({ firstFreeOn }) => (firstFreeOn === null ? 'keiner bis zum Ende' : formatDay(firstFreeOn)),
        },
      ]}
    />
  );
}
