import type { Tx } from '#db/as-actor';
import { languageCodes } from '~/clients/languages';
import { needCatalogue, type NeedKind } from '~/clients/needs';
import { plainDate } from '~/values/calendar';
import type { ExampleJobcenter } from './jobcenter';
import { type Draws, drawsFrom } from './random';

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
] as const;

const seed = 20_190_901;

/**
 * Generated clients of the fictional authority, relative to `today`: ages from 18 to
 * 63, needs, forecasts and readiness so that every outcome of a check occurs.
 * Answers with their ids.
 */
export async function insertClients(
  tx: Tx,
  tenantId: string,
  jobcenter: ExampleJobcenter,
  today: string,
): Promise<string[]> {
  const draws = drawsFrom(seed);
  const ids: string[] = [];
  let number = 0;
  for (const handler of jobcenter.handlers) {
    for (let count = 0; count < handler.clients; count += 1) {
      number += 1;
      const { id } = await tx
        .insertInto('client')
        .values({
          tenant_id: tenantId,
          customer_number: `900M${String(number).padStart(6, '0')}`,
          site_id: draws.chance(70) ? handler.siteId : draws.pick(jobcenter.sites),
          responsible_id: handler.accountId,
          status: count % 13 === 12 ? 'ended' : 'active',
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      ids.push(id);
      await insertProfile(tx, { tenant_id: tenantId, client_id: id }, { draws, number, today });
    }
  }
  return ids;
}

/** Steps of seven meet all twenty names, and a household's second member never bears the first one's. */
function firstNameOf(number: number): string {
  const round = Math.floor(number / lastNames.length);
  return firstNames[(7 * number + 3 * round) % firstNames.length] ?? 'Alma';
}

interface Key {
  readonly tenant_id: string;
  readonly client_id: string;
}

interface Surroundings {
  readonly draws: Draws;
  readonly number: number;
  readonly today: string;
}

async function insertProfile(tx: Tx, key: Key, { draws, number, today }: Surroundings): Promise<void> {
  const daysAgo = (most: number) =>
    plainDate(today)
      .subtract({ days: draws.between(1, most) })
      .toString();
  const isLead = number % 3 !== 0;
  // Every third person lives in the household of the one before.
  const household = isLead ? number : number - 1;
  const hasForecast = !draws.chance(10);
  const isClarified = !draws.chance(20);
  await tx
    .insertInto('client_profile')
    .values({
      ...key,
      first_name: firstNameOf(number),
      last_name: lastNames[household % lastNames.length] ?? 'Apfelkern',
      birth_date: plainDate(today)
        .subtract({ years: draws.between(18, 63), days: draws.between(0, 364) })
        .toString(),
      household_number: `90000BG${String(household).padStart(7, '0')}`,
      is_household_lead: isLead,
      interpreter_language: draws.chance(15) ? draws.pick(languageCodes) : null,
      forecast_on: hasForecast ? daysAgo(120) : null,
      forecast_months: hasForecast ? draws.pick([6, 9, 12, 15, 18, 24, 24, 36]) : null,
      market_proximity: hasForecast ? draws.pick(['near', 'notNear', 'notNear', 'notNear'] as const) : null,
      expects_progress: hasForecast ? draws.chance(85) : null,
      is_willing: isClarified ? draws.chance(90) : null,
      readiness_clarified_on: isClarified ? daysAgo(60) : null,
      readiness_by_talk: isClarified ? draws.chance(80) : null,
      readiness_note_made: isClarified && draws.chance(75),
    })
    .execute();
  const needs = draws.some<NeedKind>(needCatalogue, draws.between(1, 6));
  await tx
    .insertInto('client_need')
    .values(
      needs.map((need, place) => {
        const noted = plainDate(today).subtract({ days: draws.between(30, 400) });
        // Now and then the first one is solved already.
        const isEnded = place === 0 && draws.chance(20);
        return {
          ...key,
          need_key: need.key,
          need_group: need.group,
          noted_on: noted.toString(),
          ended_on: isEnded ? noted.add({ days: 20 }).toString() : null,
        };
      }),
    )
    .execute();
}
