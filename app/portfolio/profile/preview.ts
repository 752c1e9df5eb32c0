import { formatEuro } from '~/values/money';
import type { MeasureContent } from '../content';
import { structured } from '../structured';
import { formatSourceNumber, formatSourcePeriod, implementationNames } from '../words';
import { costKindNames, qualifierNames } from './words';

/** The lines of the fact sheet that tell one measure from another; null: "keine Angabe". */
export function profilePreview(content: MeasureContent): { label: string; value: string | null }[] {
  const { typicalMonths, maxMonths, attendanceDays } = content.individualDuration;
  const duration = [
    typicalMonths !== null && `${formatSourceNumber(typicalMonths)} Monate`,
    maxMonths !== null && `höchstens ${formatSourceNumber(maxMonths)} Monate`,
    attendanceDays !== null && `${formatSourceNumber(attendanceDays)} Anwesenheitstage`,
  ].filter((part) => part !== false);
  const sites = content.places.flatMap(({ site }) => (site === null ? [] : [site]));
  const [cost] = structured(content).costs;
  return [
    { label: 'Name', value: content.title },
    { label: 'Rechtsgrundlage', value: joined(content.legalBases) },
    {
      label: 'Umsetzung',
      value: content.implementation && (implementationNames[content.implementation] ?? null),
    },
    { label: 'Laufzeit', value: formatSourcePeriod(content.period) },
    { label: 'Teilnahme', value: joined(duration) },
    { label: 'Orte', value: joined(sites) },
    { label: 'Plätze', value: content.placesTotal === null ? null : formatSourceNumber(content.placesTotal) },
    { label: 'Phasen', value: joined(content.phases.map(({ name }) => name)) },
    {
      label: 'Kosten',
      value: cost
        ? [
            cost.qualifier === 'exact' ? '' : `${qualifierNames[cost.qualifier]} `,
            `${formatEuro(cost.amountCents)} ${costKindNames[cost.kind]}`,
          ].join('')
        : null,
    },
  ];
}

function joined(texts: readonly string[]): string | null {
  return texts.length > 0 ? texts.join(', ') : null;
}
