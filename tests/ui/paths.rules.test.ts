import { describe, expect, test } from 'vitest';
import routes from '~/routes';
import { paths } from '~/ui/paths';

interface Door {
  readonly path?: string | undefined;
  readonly children?: readonly Door[] | undefined;
}

/** A route's pattern as a regular expression; the catch-all does not count. */
const patterns = (routes as readonly Door[])
  .filter((door) => door.path !== '*')
  .map(
    (door) =>
      new RegExp(
        `^/${(door.path ?? '').replaceAll(/(\/)?:\w+(\?)?/g, (_, slash: string | undefined, maybe: string | undefined) => `(${slash ?? ''}[^/]+)${maybe ?? ''}`)}$`,
      ),
  );

/** Addresses whose second part is one of several words. */
const stepsOf: Readonly<Record<string, string>> = {
  allocationStep: 'abgang',
  participantStep: 'kontakte',
};

const addresses = [
  ...Object.entries(paths).map(([name, address]) => {
    const build: (first: string, second: string) => string = address;
    return { name, address: build('x', stepsOf[name] ?? 'y') };
  }),
  { name: 'signIn', address: paths.signIn() },
  { name: 'editMeasure', address: paths.editMeasure('x') },
];

describe('every address of the portal has a door', () => {
  test.each(addresses)('$name: $address', ({ address }) => {
    const pathname = new URL(address, 'http://localhost').pathname;
    expect(patterns.filter((pattern) => pattern.test(pathname)).length).toBeGreaterThan(0);
  });
});
