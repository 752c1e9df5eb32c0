import { dayText, decimalText, euroText, yesNoText } from '~/ui/fields';
import { type Prefill, type TypedValues, typedFrom } from '~/ui/form/typed-values';
import type { MeasureContent } from '../content';
import { type PlainFieldSpec, type RowsFieldSpec, valueFields } from './field-spec';
import { type ProfileSectionSlug, profileSection } from './sections';
import { sourceDayText } from './source-day';
import { centsOf } from '~/values/money';

/** The fields of one step as texts, the way the form shows and sends them. */
export function typedProfile(slug: ProfileSectionSlug, content: MeasureContent): TypedValues {
  const typed: TypedValues = {};
  for (const spec of valueFields(profileSection(slug).fields)) {
    Object.assign(typed, typedFrom({ [spec.name]: prefill(spec, valueAt(content, spec.name)) }));
  }
  return typed;
}

/** What stands at a path of the profile; undefined where nothing does. */
function valueAt(source: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
      source,
    );
}

function prefill(spec: PlainFieldSpec | RowsFieldSpec, value: unknown): Prefill {
  if (value === null || value === undefined) return null;
  switch (spec.kind) {
    case 'rows':
      return (value as unknown[]).map((row) =>
        Object.fromEntries(
          spec.fields.map((field) => [field.name, prefill(field, valueAt(row, field.name))]),
        ),
      );
    case 'lines':
      return (value as string[]).join('\n');
    case 'decimal':
    case 'percent':
      return decimalText(value as number);
    case 'euro':
      return euroText(centsOf(value as number));
    case 'numberOrText':
      return typeof value === 'number' ? decimalText(value) : (value as string);
    case 'sourceDay':
      return sourceDayText(value as string);
    case 'day':
      return dayText(value as string);
    case 'yesNo':
      return yesNoText(value as boolean);
    case 'several':
      return Object.fromEntries((value as string[]).map((each) => [each, 'on']));
    default:
      return value as string | number;
  }
}
