import { randomUUID } from 'node:crypto';
import type { Tx } from '#db/as-actor';
import { languageCodes } from '~/clients/languages';
import { needCatalogue, type NeedKind } from '~/clients/needs';
import { plainDate } from '~/values/calendar';
import type { ExampleHandler, ExampleJobcenter } from './jobcenter';
import { type Draws, drawsFrom } from './random';
import { Rows } from './rows';

/** Names that nobody bears, so that no example is taken for a person. */
const firstNames = [
  'Alma',
  'Bela',
  'Cosima',
  'Dario',
  'Edda',
  'Fiete',
  'Gesa',
  'Henk',
  'Ilvy',
  'Jaro',
  'Kalle',
  'Levke',
  'Malou',
  'Nevio',
  'Oda',
  'Pelle',
  'Romy',
  'Silas',
  'Tjark',
  'Wanja',
  'Anouk',
  'Birte',
  'Enno',
] as const;
const lastNames = [
  'Apfelkern',
  'Butterblume',
  'Distelfink',
  'Eichelhäher',
  'Federkiel',
  'Glockenspiel',
  'Haselnuss',
  'Irrlicht',
  'Kieselstein',
  'Kornblume',
  'Lindenblatt',
  'Morgentau',
  'Nebelhorn',
  'Pfefferminz',
  'Regenbogen',
  'Sauerampfer',
  'Schneeflocke',
  'Sternschnuppe',
  'Tintenfass',
  'Wolkenbruch',
  'Ahornblatt',
  'Bernstein',
  'Drachenflug',
  'Feldlerche',
  'Gänseblum',
  'Heidekraut',
  'Löwenzahn',
  'Mondschein',
  'Quittenmus',
  'Rosmarin',
  'Seepferd',
] as const;

const seed = 20_190_901;

export interface ClientNumbers {
  /** The first four characters of every customer number, and the first five of every household's. */
  readonly customers: string;
  readonly households: string;
}

/**
 * Generated clients of a fictional authority, relative to `today`: ages from 18 to 63,
 * needs, forecasts and readiness so that every outcome of a check occurs. Whoever is with
 * a case manager mostly meets what access to case management asks for.
 * Answers with their ids, in the order of their numbers.
 */
export async function insertClients(
  tx: Tx,
  tenantId: string,
  jobcenter: ExampleJobcenter,
  { today, numbers }: { readonly today: string; readonly numbers: ClientNumbers },
): Promise<string[]> {
  const draws = drawsFrom(seed);
  const rows = new Rows();
  const ids: string[] = [];
  for (const handler of jobcenter.handlers) {
    for (let count = 0; count < handler.clients; count += 1) {
      const number = ids.length + 1;
      const id = randomUUID();
      ids.push(id);
      rows.add('client', {
        tenant_id: tenantId,
        id,
        customer_number: `${numbers.customers}${String(number).padStart(6, '0')}`,
        site_id: draws.chance(70) ? handler.siteId : draws.pick(jobcenter.sites),
        responsible_id: handler.accountId,
        status: count % 13 === 12 ? 'ended' : 'active',
      });
      const key = { tenant_id: tenantId, client_id: id };
      addProfile(rows, key, { draws, number, today, numbers, handler });
    }
  }
  await rows.write(tx);
  return ids;
}

/** Whoever lives in the household of the one before bears that one's last name, and never the first. */
function nameOf(number: number, household: number): { first: string; last: string } {
  const round = Math.floor(household / lastNames.length);
  const first = 7 * household + round + 11 * (number - household);
  return {
    first: firstNames[first % firstNames.length] ?? 'Alma',
    last: lastNames[household % lastNames.length] ?? 'Apfelkern',
  };
}

interface Key {
  readonly tenant_id: string;
  readonly client_id: string;
}

interface Surroundings {
  readonly draws: Draws;
  readonly number: number;
  readonly today: string;
  readonly numbers: ClientNumbers;
  readonly handler: ExampleHandler;
}

function addProfile(rows: Rows, key: Key, { draws, number, today, numbers, handler }: Surroundings): void {
  const daysAgo = (most: number) =>
    plainDate(today)
      .subtract({ days: draws.between(1, most) })
      .toString();
  const isForCare = handler.function === 'jobcenterCaseManager' && !draws.chance(8);
  const isLead = number % 3 !== 0;
  // Every third person lives in the household of the one before.
  const household = isLead ? number : number - 1;
  const name = nameOf(number, household);
  const hasForecast = isForCare || !draws.chance(10);
  const isClarified = isForCare || !draws.chance(20);
  rows.add('client_profile', {
    ...key,
    first_name: name.first,
    last_name: name.last,
    birth_date: plainDate(today)
      .subtract({ years: draws.between(18, 63), days: draws.between(0, 364) })
      .toString(),
    household_number: `${numbers.households}BG${String(household).padStart(7, '0')}`,
    is_household_lead: isLead,
    interpreter_language: draws.chance(15) ? draws.pick(languageCodes) : null,
    forecast_on: hasForecast ? daysAgo(120) : null,
    forecast_months: hasForecast
      ? draws.pick(isForCare ? [15, 18, 24, 24, 36] : [6, 9, 12, 15, 18, 24, 24, 36])
      : null,
    market_proximity: hasForecast ? draws.pick(isForCare ? notNear : mostlyNotNear) : null,
    expects_progress: hasForecast ? isForCare || draws.chance(85) : null,
    is_willing: isClarified ? isForCare || draws.chance(90) : null,
    readiness_clarified_on: isClarified ? daysAgo(60) : null,
    readiness_by_talk: isClarified ? isForCare || draws.chance(80) : null,
    readiness_note_made: isClarified && (isForCare || draws.chance(75)),
  });
  for (const [place, need] of needsOf(draws, isForCare).entries()) {
    const noted = plainDate(today).subtract({ days: draws.between(30, 400) });
    // Now and then the first one is solved already.
    const isEnded = !isForCare && place === 0 && draws.chance(20);
    rows.add('client_need', {
      ...key,
      need_key: need.key,
      need_group: need.group,
      noted_on: noted.toString(),
      ended_on: isEnded ? noted.add({ days: 20 }).toString() : null,
    });
  }
}

const notNear = ['notNear'] as const;
const mostlyNotNear = ['near', 'notNear', 'notNear', 'notNear'] as const;

/** For care at least three of the groups that count (rule A1). */
function needsOf(draws: Draws, isForCare: boolean): NeedKind[] {
  if (!isForCare) return draws.some<NeedKind>(needCatalogue, draws.between(1, 6));
  const counts = ({ group }: NeedKind) => group === 'capability' || group === 'circumstances';
  const catalogue: readonly NeedKind[] = needCatalogue;
  const counted = draws.some(catalogue.filter(counts), draws.between(3, 5));
  const others = draws.some(
    catalogue.filter((need) => !counts(need)),
    draws.between(0, 2),
  );
  return [...counted, ...others];
}
