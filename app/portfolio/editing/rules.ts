import { type OptionFinding, optionFindings } from '~/budget/rules';
import { isMunicipalService, readLegalBases } from '../legal-basis';
import type { PlanContent } from './plan';
import type { SectionSlug } from './sections';

/** The dates a plan is judged by; what is not entered yet is null. */
export type PlannedTerm = Pick<PlanContent, 'termStart' | 'termEnd' | 'hasOptions' | 'options'>;

export type TermFinding = OptionFinding | { readonly code: 'optionsDenied' | 'termEndMissing' };

/**
 * Whether the dates of our own plan fit together. For facts imported from a source
 * the same findings only warn; they do not come through here.
 *
 * A term that is only half entered is not judged, but an option needs its end:
 * without it nobody can say whether the option joins.
 *
 * Source: rules B1 and B2.
 */
export function checkTerm({ termStart, termEnd, hasOptions, options }: PlannedTerm): TermFinding[] {
  const findings: TermFinding[] = [];
  if (hasOptions === false && options.length) findings.push({ code: 'optionsDenied' });
  if (!termEnd) return options.length ? [...findings, { code: 'termEndMissing' }] : findings;
  const term = { start: termStart ?? termEnd, end: termEnd };
  const periods = options.map(({ starts, ends }) => ({ start: starts, end: ends }));
  return [...findings, ...optionFindings(term, periods)];
}

/** The fields of each step that the council paper still needs, by their names in the form. */
export type MissingFields = Readonly<Record<SectionSlug, readonly string[]>>;

/**
 * What is still to be entered before the paper is complete.
 *
 * The price is the one allowed gap, the file reference is optional; an estimate,
 * once given, needs its basis. Onward support systems and the question whether the
 * service is voluntary belong to § 16a SGB II and are asked for there alone.
 * `committeeIds` is the authority's sequence.
 *
 * Source: documents.md § 1 and § 14; rule B13 for the demand.
 */
export function missingFields(plan: PlanContent, committeeIds: readonly string[]): MissingFields {
  const metIds = new Set(plan.meetings.map(({ committeeId }) => committeeId));
  const isMunicipal = isMunicipalService(readLegalBases(plan.legalBases));
  const hasDemand = plan.demandCount !== null || plan.demandUnknownReason !== null;
  return {
    vorlage: [
      ...unset(plan, ['paperNo', 'paperDate', 'department', 'subject']),
      ...committeeIds.filter((id) => !metIds.has(id)).map((id) => `meetings.${id}`),
    ],
    bedarf: [
      ...(plan.legalBases.length ? [] : ['legalBases.0.cited']),
      ...unset(plan, ['needText']),
      ...(hasDemand ? [] : ['demandKind']),
      ...unset(plan, ['targetGroup', 'serviceSubject', 'serviceText', 'stepsText']),
      ...(isMunicipal ? unset(plan, ['isVoluntaryService']) : []),
    ],
    standorte: [...(plan.sites.length ? [] : ['sites.0.name']), ...unset(plan, ['roomsText'])],
    phasen: plan.phases.length ? emptyCells('phases', 'subText', plan.phases) : ['phases.0.title'],
    hilfesysteme: !isMunicipal || plan.referralTargets.length ? [] : ['referralTargets.0.name'],
    laufzeit: [
      ...unset(plan, ['termStart', 'termEnd', 'hasOptions']),
      ...(plan.hasOptions && !plan.options.length ? ['options.0.starts'] : []),
      ...emptyCells('options', 'condition', plan.options),
    ],
    kosten: [
      ...unset(plan, ['productId']),
      ...(plan.estimateMonthlyCents === null ? [] : unset(plan, ['estimateBasis'])),
    ],
    auswertung: [
      ...(plan.indicators.length ? [] : ['indicators.0.text']),
      ...unset(plan, ['reportCommitteeId']),
    ],
  };
}

/** How many entries each step still needs. */
export function missingCounts(
  plan: PlanContent,
  committeeIds: readonly string[],
): Readonly<Record<SectionSlug, number>> {
  const missing = missingFields(plan, committeeIds);
  const count = (slug: SectionSlug) => missing[slug].length;
  return {
    vorlage: count('vorlage'),
    bedarf: count('bedarf'),
    standorte: count('standorte'),
    phasen: count('phasen'),
    hilfesysteme: count('hilfesysteme'),
    laufzeit: count('laufzeit'),
    kosten: count('kosten'),
    auswertung: count('auswertung'),
  };
}

function unset(plan: PlanContent, names: readonly (keyof PlanContent)[]): string[] {
  return names.filter((name) => plan[name] === null);
}

function emptyCells<Key extends string>(
  list: string,
  key: Key,
  rows: readonly Readonly<Record<Key, unknown>>[],
): string[] {
  return rows.flatMap((row, index) => (row[key] === null ? [`${list}.${index}.${key}`] : []));
}
