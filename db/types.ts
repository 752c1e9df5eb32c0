import pg from 'pg';

type Parser = (text: string) => unknown;

/** Type numbers of PostgreSQL that the driver would read in a way that loses something. */
const dateOid = 1082;
const timestampOid = 1114;
const timestamptzOid = 1184;
const bigintOid = 20;
const dateArrayOid = 1182;
const timestampArrayOid = 1115;
const timestamptzArrayOid = 1185;
const bigintArrayOid = 1016;

function asText(text: string): string {
  return text;
}

/** Cents and counts are numbers here; what no number can hold exactly is refused, never rounded. */
function readBigint(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('bigint beyond the safe integers');
  return value;
}

/** None of these types has commas, quotes or braces in its text, so no array needs more than this. */
function readPlainArray(text: string): (string | null)[] {
  const inner = text.slice(1, -1);
  return inner === ''
    ? []
    : inner.split(',').map((item) => (item === 'NULL' ? null : item.replaceAll('"', '')));
}

/**
 * Days stay 'YYYY-MM-DD' and points in time stay text: the driver's own `Date`
 * shifts a day as soon as the process runs in Europe/Berlin.
 */
const parsers: ReadonlyMap<number, Parser> = new Map<number, Parser>([
  [dateOid, asText],
  [timestampOid, asText],
  [timestamptzOid, asText],
  [bigintOid, readBigint],
  [dateArrayOid, readPlainArray],
  [timestampArrayOid, readPlainArray],
  [timestamptzArrayOid, readPlainArray],
  [bigintArrayOid, (text) => readPlainArray(text).map((item) => (item === null ? null : readBigint(item)))],
]);

/** The driver's own; its type knows only some numbers, it answers for all. */
const driverParser = pg.types.getTypeParser as (oid: number, format?: string) => Parser;

/** For the `types` option of a pg client: ours where listed, the driver's own elsewhere. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: string): Parser => parsers.get(oid) ?? driverParser(oid, format),
};
