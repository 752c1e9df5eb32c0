import { z } from 'zod';
import {
  germanDate,
  lines,
  list,
  oneOf,
  optionalDecimal,
  optionalEuroAmount,
  optionalGermanDate,
  optionalLongText,
  optionalOneOf,
  optionalText,
  optionalWholeNumber,
  optionalYesNo,
  shortText,
  someOf,
} from '~/ui/fields';
import { emptyContent, measureContent } from '../content';
import { applySection, type SectionValue } from './apply';
import { type FieldSpec, type PlainFieldSpec, type RowsFieldSpec, valueFields } from './field-spec';
import { type ProfileSectionSlug, profileSection, profileSections } from './sections';
import { readSourceDay } from './source-day';

const longestWords = 1000;

/** The check of each step: typed texts → the keys of the profile that the step answers for. */
export const profileForms = Object.fromEntries(
  profileSections.map(({ slug }) => [slug, formOf(slug)]),
) as Readonly<Record<ProfileSectionSlug, z.ZodType<SectionValue>>>;

/**
 * First each field is read, then the keys are judged together by the schema of the
 * profile itself, so that nothing can be typed that could not be imported.
 */
function formOf(slug: ProfileSectionSlug): z.ZodType<SectionValue> {
  const { fields } = profileSection(slug);
  return nested(fields).transform((value, context): SectionValue => {
    const judged = measureContent.safeParse(applySection(value, emptyContent('neu', 'Neu')));
    for (const issue of judged.error?.issues ?? []) {
      context.issues.push({ code: 'custom', message: issue.message, path: issue.path, input: value });
    }
    for (const [path, message] of orderFaults(value)) {
      context.issues.push({ code: 'custom', message, path, input: value });
    }
    return value;
  });
}

/** Ends before their beginnings; only where both are known to the day. */
function orderFaults(value: SectionValue): [path: (string | number)[], message: string][] {
  const faults: [(string | number)[], string][] = [];
  const check = (from: unknown, to: unknown, path: (string | number)[]) => {
    if (typeof from !== 'string' || typeof to !== 'string') return;
    if (from.slice(0, to.length) > to.slice(0, from.length))
      faults.push([path, 'Das Ende liegt vor dem Beginn. Ändern Sie einen der beiden Tage.']);
  };
  const part = (source: unknown, key: string): unknown =>
    typeof source === 'object' && source !== null ? (source as Record<string, unknown>)[key] : undefined;
  check(part(value.period, 'start'), part(value.period, 'end'), ['period', 'end']);
  const rows = (source: unknown) => (Array.isArray(source) ? (source as unknown[]) : []);
  rows(value.extensionOptions).forEach((row, index) =>
    check(part(row, 'from'), part(row, 'to'), ['extensionOptions', index, 'to']),
  );
  rows(part(value.portal, 'runs')).forEach((row, index) =>
    check(part(row, 'from'), part(row, 'to'), ['portal', 'runs', index, 'to']),
  );
  return faults;
}

/** 'carrier.name' and 'carrier.type' become one object `carrier`. */
function nested(specs: readonly FieldSpec[]): z.ZodType<SectionValue> {
  const shape: Record<string, z.ZodType> = {};
  const inner: Record<string, (PlainFieldSpec | RowsFieldSpec)[]> = {};
  for (const spec of valueFields(specs)) {
    const [first = '', ...rest] = spec.name.split('.');
    if (rest.length === 0) shape[first] = check(spec);
    else (inner[first] ??= []).push({ ...spec, name: rest.join('.') });
  }
  for (const [name, fields] of Object.entries(inner)) {
    // A group of fields in which nothing was typed does not arrive at all.
    shape[name] = z.preprocess((typed) => typed ?? {}, nested(fields));
  }
  return z.object(shape);
}

function check(spec: PlainFieldSpec | RowsFieldSpec): z.ZodType {
  switch (spec.kind) {
    case 'rows':
      return list(nested(spec.fields));
    case 'text': {
      const max = spec.max ?? 300;
      return spec.needed === undefined ? optionalText({ max }) : shortText(spec.needed, { max });
    }
    case 'longText':
      return optionalLongText();
    case 'lines':
      return lines({ max: longestWords });
    case 'count':
      return optionalWholeNumber({ max: 100_000 });
    case 'decimal':
      return optionalDecimal({ max: 100_000 });
    case 'percent':
      return optionalDecimal({ max: 100 });
    case 'euro':
      return optionalEuroAmount().transform((cents) => (cents === null ? null : cents / 100));
    case 'numberOrText':
      return (
        spec.needed === undefined
          ? optionalText({ max: longestWords })
          : shortText(spec.needed, { max: longestWords })
      ).transform((text) => (text === null ? null : numberOrText(text)));
    case 'sourceDay':
      return sourceDay();
    case 'day':
      return spec.needed === undefined ? optionalGermanDate() : germanDate(spec.needed);
    case 'yesNo':
      return optionalYesNo();
    case 'choice': {
      const values = Object.keys(spec.choices);
      return spec.needed === undefined ? optionalOneOf(values) : oneOf(values, spec.needed);
    }
    case 'several':
      return someOf(Object.keys(spec.choices));
  }
}

/** "18,5" is a number, "2/3" and "höchstens 75 %" stay words. */
function numberOrText(text: string): number | string {
  const isNumber = /^[-−]?(?:\d{1,3}(?:\.\d{3})+|\d{1,12})(?:,\d{1,6})?$/.test(text);
  return isNumber ? Number(text.replaceAll('.', '').replace(',', '.').replace('−', '-')) : text;
}

function sourceDay() {
  return optionalText().transform((text, context): string | null => {
    if (text === null) return null;
    const reading = readSourceDay(text);
    if (reading.ok) return reading.day;
    context.issues.push({ code: 'custom', message: reading.message, input: text });
    return z.NEVER;
  });
}
