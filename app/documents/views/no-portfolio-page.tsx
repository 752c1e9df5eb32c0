import { Link } from '@remix-run/react';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import type { NoPortfolio } from '../portfolio-overview/print';

/** Why there is no overview, and what to do about it. */
export function NoPortfolioPage({ why }: { readonly why: NoPortfolio }) {
  const { title, sentence } = words(why);
  return (
    <Page title={title} crumbs={[{ to: paths.measures(), label: 'Maßnahmen' }]}>
      <p className="mp-lead">{sentence}</p>
      <p>
        <Link className="kern-btn kern-btn--primary" to={paths.measures()}>
          <span className="kern-label">Zur Liste der Maßnahmen</span>
        </Link>
      </p>
    </Page>
  );
}

function words(why: NoPortfolio): { title: string; sentence: string } {
  if (why.reason === 'tooMany') {
    return {
      title: 'Zu viele Maßnahmen für eine Übersicht',
      sentence: `Die Auswahl hat ${why.matchingCount.toLocaleString('de-DE')} Maßnahmen, eine Übersicht fasst höchstens ${String(why.most)}. Grenzen Sie die Auswahl mit den Filtern der Liste ein.`,
    };
  }
  if (why.allCount === 0) {
    return {
      title: 'Noch keine Maßnahmen',
      sentence: 'Eine Übersicht entsteht, sobald die erste Maßnahme angelegt ist.',
    };
  }
  return {
    title: 'Keine Maßnahme in der Auswahl',
    sentence:
      'Zu diesen Filtern gibt es keine Maßnahme, die Übersicht wäre leer. Ändern Sie die Filter der Liste.',
  };
}
