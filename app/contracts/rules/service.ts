import type { LegalBasisSetting } from '~/eligibility/legal-basis-settings';
import type { MeasureContent } from '~/portfolio/content';
import { normsOf, readLegalBasis } from '~/portfolio/legal-basis';
import { structured } from '~/portfolio/structured';
import type { AgreedService, ServiceTerms } from '../service';

/**
 * What follows for a contract from the measure's profile and its legal basis; the rest
 * is agreed with the provider. Where the table of legal bases knows none, absence is
 * not reported: the milder reading, until somebody says otherwise (rules.md § 12.7).
 *
 * Numbers come from the profile, and where nobody entered them from its words, as far as
 * those can be read without guessing.
 */
export function serviceOf(content: MeasureContent, setting: LegalBasisSetting | null): AgreedService {
  const { contacts, sessions } = structured(content);
  const isGroup = Boolean(sessions?.groupSize);
  return {
    unit: isGroup ? 'group' : 'place',
    contacts: contacts.map(({ stage, everyWeeks, minutes }) => ({
      stage,
      everyWeeks,
      minutes: minutes ?? null,
    })),
    sessionCount: sessions?.count ?? null,
    sessionMinutes: sessions ? Math.round(sessions.hours * 60) : null,
    groupSize: sessions?.groupSize ?? null,
    reportsAbsence: setting?.hasAbsenceReporting ?? false,
  };
}

export type ServiceFinding =
  | { readonly code: 'firstStageWithoutContacts' }
  | { readonly code: 'reviewWithoutPlan' }
  | { readonly code: 'groupIncomplete'; readonly field: 'sessionCount' | 'sessionMinutes' | 'groupSize' };

/** What does not fit together in what was agreed for one measure of a contract. */
export function serviceFindings(terms: ServiceTerms, unit: 'place' | 'group'): ServiceFinding[] {
  const findings: ServiceFinding[] = [];
  if (terms.firstStageWeeks !== null && terms.contacts.length < 2) {
    findings.push({ code: 'firstStageWithoutContacts' });
  }
  if (terms.planReviewWeeks !== null && !terms.hasStrategyPlan) findings.push({ code: 'reviewWithoutPlan' });
  if (unit === 'group') {
    for (const field of ['sessionCount', 'sessionMinutes', 'groupSize'] as const) {
      if (terms[field] === null) findings.push({ code: 'groupIncomplete', field });
    }
  }
  return findings;
}

/** What a measure asks for where it is bought within another one's contract. */
export interface ComponentDemands {
  /** Norms inside whose measures alone it may be bought; empty: anywhere. */
  readonly onlyWithin: readonly string[];
  readonly certificate: string | null;
  readonly maxHealthPercent: number | null;
}

export function demandsOf(content: MeasureContent): ComponentDemands {
  return {
    onlyWithin: structured(content).onlyWithin,
    certificate: content.portal?.neededCertificate ?? null,
    maxHealthPercent: content.portal?.maxHealthPercent ?? null,
  };
}

export type ComponentFinding =
  | { readonly code: 'notWithin'; readonly norms: readonly string[] }
  | { readonly code: 'certificateMissing'; readonly name: string; readonly from: string; readonly to: string }
  | { readonly code: 'healthShareMissing'; readonly limitPercent: number }
  | { readonly code: 'healthShareTooHigh'; readonly limitPercent: number };

interface AskedComponent {
  readonly demands: ComponentDemands;
  /** Legal bases of the contract's own measure, as cited. */
  readonly legalBases: readonly string[];
  readonly certificates: readonly Certificate[];
  readonly from: string;
  readonly to: string;
  readonly healthPercent: number | null;
  /** Who pays for health content beyond the limit. */
  readonly coFunding: string | null;
}

interface Certificate {
  readonly name: string;
  readonly validFrom: string;
  /** Null: without an end. */
  readonly validTo: string | null;
}

/**
 * What stands against buying a measure within a contract. What it asks for is data of the
 * measure: the legal basis it must lie in, the provider's certificate over the whole term,
 * and the share of health content that needs no third party's money.
 *
 * Source: AktivA (only within a measure after § 45 SGB III, certified provider, health
 * content at most 20 % without co-funding).
 */
export function componentFindings(asked: AskedComponent): ComponentFinding[] {
  const { demands, from, to, healthPercent, coFunding } = asked;
  const findings: ComponentFinding[] = [];
  if (demands.onlyWithin.length > 0 && !liesWithin(asked.legalBases, demands.onlyWithin)) {
    findings.push({ code: 'notWithin', norms: demands.onlyWithin });
  }
  const { certificate: name, maxHealthPercent: limitPercent } = demands;
  if (name !== null && !isCertified(asked.certificates, { name, from, to })) {
    findings.push({ code: 'certificateMissing', name, from, to });
  }
  if (limitPercent !== null && healthPercent === null) {
    findings.push({ code: 'healthShareMissing', limitPercent });
  }
  if (limitPercent !== null && healthPercent !== null && healthPercent > limitPercent && coFunding === null) {
    findings.push({ code: 'healthShareTooHigh', limitPercent });
  }
  return findings;
}

function liesWithin(legalBases: readonly string[], onlyWithin: readonly string[]): boolean {
  const norms = legalBases.map(readLegalBasis).flatMap(normsOf);
  return onlyWithin
    .map(readLegalBasis)
    .some((needed) =>
      norms.some(
        ({ law, section, isOldVersion }) =>
          law !== null &&
          law === needed.law &&
          section === needed.section &&
          isOldVersion === needed.isOldVersion,
      ),
    );
}

/** One certificate over the whole time; one that was renewed is entered with its whole length. */
function isCertified(
  certificates: readonly Certificate[],
  { name, from, to }: { readonly name: string; readonly from: string; readonly to: string },
): boolean {
  const same = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();
  return certificates.some(
    (certificate) =>
      same(certificate.name, name) &&
      certificate.validFrom <= from &&
      (certificate.validTo === null || certificate.validTo >= to),
  );
}
