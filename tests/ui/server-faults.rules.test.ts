import { describe, expect, test } from 'vitest';
import { stillHolding } from '~/ui/form/server-faults';

const sent = { title: 'A', 'options.0.starts': '01.01.2021', 'options.1.starts': '', optionsText: 'x' };

describe('a fault the server found holds as long as its part of the form stands as sent', () => {
  test.each([
    { name: 'title', now: sent, holds: true, why: 'nothing was changed' },
    { name: 'title', now: { ...sent, title: 'B' }, holds: false, why: 'the field was changed' },
    { name: 'title', now: { ...sent, optionsText: 'y' }, holds: true, why: 'another field was changed' },
    { name: 'options', now: sent, holds: true, why: 'no row of the group was changed' },
    {
      name: 'options',
      now: { ...sent, 'options.1.starts': '01.01.2022' },
      holds: false,
      why: 'one row of the group was changed',
    },
    {
      name: 'options',
      now: { ...sent, optionsText: 'y' },
      holds: true,
      why: 'a field that only begins alike is outside the group',
    },
    {
      name: 'options.0',
      now: { ...sent, 'options.1.starts': '01.01.2022' },
      holds: true,
      why: 'the other row was changed',
    },
    {
      name: 'options.0',
      now: { ...sent, 'options.0.starts': '' },
      holds: false,
      why: 'this row was changed',
    },
    { name: 'roles', now: { ...sent, title: 'B' }, holds: true, why: 'no box was ticked before or after' },
    { name: 'roles', now: { ...sent, 'roles.provider': 'on' }, holds: false, why: 'a box was ticked' },
    { name: '_form', now: sent, holds: true, why: 'nothing in the form was changed' },
    { name: '_form', now: { ...sent, title: 'B' }, holds: false, why: 'something in the form was changed' },
  ])('$name: $why', ({ name, now, holds }) => {
    const faults = { [name]: 'Ein Satz.' };
    expect(stillHolding(faults, sent, now)).toEqual(holds ? faults : {});
  });
});
