import type { Tx } from '#db/as-actor';
import type { Actor } from '~/identity/actor';
import { clientHandlers } from '~/identity/roles';
import type { TodayPanel, TodayRow } from './row';
import { horizonOf } from './rules';
import { accessRechecks } from './store/access-checks';
import { ownCare, teamCare } from './store/care';
import { contractTasks, optionsWithoutMoney, unfinishedContracts } from './store/contracts';
import { type FreePlaces, listFreePlaces } from './store/free-places';
import { importDrafts } from './store/import-drafts';
import { namesOfHandled, withNames } from './store/names';
import { invoicesOfProvider, invoicesToSettle } from './store/invoices';
import { ownAllocations } from './store/own-allocations';
import { ownReports } from './store/own-reports';
import { ownLoad, type PanelSource, placesFree, placesOfProvider, teamLoad, waiters } from './store/panels';
import { participantsDue } from './store/participants';
import { reportsOwed } from './store/provider-duties';
import { sessionsDue } from './store/sessions';
import type { Asked, TodaySource } from './store/source';
import { submittedReports } from './store/submitted-reports';
import {
  consentsAsked,
  disputesAsked,
  monthlyChecks,
  reviewsForLead,
  uncheckedInTeam,
} from './store/team-lead';
import { monthsNotBilled, monthsToBill } from './store/unbilled-months';
import { ownWaiting } from './store/waitlist';

/** Everything that can be due, each with the roles that are shown it. */
const sources: readonly TodaySource[] = [
  contractTasks,
  unfinishedContracts,
  optionsWithoutMoney,
  invoicesToSettle,
  monthsNotBilled,
  reportsOwed,
  importDrafts,
  accessRechecks,
  ownAllocations,
  submittedReports,
  ownWaiting,
  ownCare,
  consentsAsked,
  disputesAsked,
  reviewsForLead,
  teamCare,
  uncheckedInTeam,
  monthlyChecks,
  participantsDue,
  sessionsDue,
  ownReports,
  monthsToBill,
  invoicesOfProvider,
];

const panelSources: readonly PanelSource[] = [ownLoad, teamLoad, placesFree, waiters, placesOfProvider];

interface Today {
  readonly rows: readonly TodayRow[];
  readonly panels: readonly TodayPanel[];
}

/** What is due for the actor; null: nothing ever is with these roles. All queries go in one round trip. */
export async function collectToday(tx: Tx, actor: Actor, today: string): Promise<Today | null> {
  const isMine = ({ roles }: { readonly roles: readonly string[] }) =>
    actor.roles.some((role) => roles.includes(role));
  const mine = sources.filter(isMine);
  if (mine.length === 0) return null;
  let places: Promise<FreePlaces[]> | undefined;
  const asked: Asked = {
    actor,
    today,
    horizon: horizonOf(today),
    freePlaces: () => (places ??= listFreePlaces(tx, actor, today)),
  };
  const [names, rows, panels] = await Promise.all([
    isMine({ roles: clientHandlers }) ? namesOfHandled(tx, asked) : new Map<string, string>(),
    Promise.all(mine.map(({ list }) => list(tx, asked))),
    Promise.all(panelSources.filter(isMine).map(({ find }) => find(tx, asked))),
  ]);
  return { rows: withNames(rows.flat(), names), panels: panels.filter((panel) => panel !== null) };
}
