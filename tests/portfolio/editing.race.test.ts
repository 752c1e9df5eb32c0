import { expect, test } from 'vitest';
import { asActor, asOwner } from '#db/as-actor';
import { isCurrent, sectionLock } from '~/portfolio/editing/lock';
import { findPlan, savePlan } from '~/portfolio/editing/store';
import { anActor, authorities } from '../support/actors';
import { useTestDatabase } from '../support/database';

const officer = anActor('districtOfficer');

useTestDatabase();

test('of several officers who save the same step at the same moment one wins and the others are asked', async () => {
  await asOwner((tx) =>
    tx
      .insertInto('measure')
      .values({
        tenant_id: authorities.own.id,
        slug: 'case-manager',
        title: 'Case-Manager',
        kind: 'massnahme',
        search_text: '',
        source: '{}',
        content: '{}',
      })
      .execute(),
  );
  const before = await asActor(officer, (tx) => findPlan(tx, 'case-manager'));
  if (!before) throw new Error('The measure of the test is gone.');
  const lock = sectionLock('vorlage', before);

  const saves = await Promise.all(
    ['Jugendamt', 'Sozialamt', 'Schulamt', 'Bauamt'].map((department) =>
      asActor(officer, (tx) =>
        savePlan(tx, officer, 'case-manager', { department }, (plan) => isCurrent(lock, 'vorlage', plan)),
      ),
    ),
  );

  expect(saves.filter((save) => save?.ok)).toEqual([{ ok: true, value: 1 }]);
  const refused = saves.filter((save) => save && !save.ok);
  expect(refused).toHaveLength(3);
  expect(refused[0]).toMatchObject({ findings: [{ code: 'savedMeanwhile' }] });
});
