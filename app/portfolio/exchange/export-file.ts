import { measureContent, type MeasureContent } from '../content';

/**
 * A measure as a portfolio file. Reading it again gives the same measure.
 *
 * The database does not keep the order of keys; the schema has it, and it is the one
 * in which the format is described.
 */
export function exportText(content: MeasureContent): string {
  return `${JSON.stringify(measureContent.parse(content), null, 2)}\n`;
}
