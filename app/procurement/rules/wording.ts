import { formatEuroInput } from '~/values/money';
import type { TenderSecrets } from '../facts';

export type WordingFinding =
  | { readonly code: 'outdatedCertificationNorm' | 'estimateTold' | 'legalConsequence' | 'certificateAsked' }
  | { readonly code: 'providerTold'; readonly provider: string };

/** What a text for bidders must be measured by. */
export interface WordingContext {
  readonly secrets: TenderSecrets;
  /** § 16a SGB II: voluntary help, no sanction text. */
  readonly isMunicipalService: boolean;
  /** Whether the provider certificate is asked for; null: unclear. */
  readonly azavRequired: boolean | null;
}

/**
 * What must not stand in a text that bidders read: the norm that no longer asks for the
 * certificate, our own estimate, the name of a provider, a text on legal consequences
 * where help is voluntary, and a certificate where none may be asked for.
 *
 * Source: rules A19, B7, B8; documents.md §§ 0, 4, 15.
 */
export function wordingFindings(
  text: string,
  { secrets, isMunicipalService, azavRequired }: WordingContext,
): WordingFinding[] {
  const plain = text.replace(/\s+/g, ' ');
  const findings: WordingFinding[] = [];
  if (/§ ?46\b(?:(?!SGB)[^;§]){0,40}SGB (?:III|3)\b/.test(plain))
    findings.push({ code: 'outdatedCertificationNorm' });
  if (secrets.estimateMonthlyCents !== null && namesAmount(plain, secrets.estimateMonthlyCents)) {
    findings.push({ code: 'estimateTold' });
  }
  for (const provider of secrets.providerNames) {
    const name = provider.replace(/ ?\([^)]*\)$/, '');
    if (name !== '' && plain.toLowerCase().includes(name.toLowerCase())) {
      findings.push({ code: 'providerTold', provider });
    }
  }
  if (isMunicipalService && /rechtsfolgenbelehrung|sanktion|leistungsminderung/i.test(plain)) {
    findings.push({ code: 'legalConsequence' });
  }
  if (azavRequired === false && /\bAZAV\b|trägerzulassung|§§? ?17[6-9]\b/i.test(plain)) {
    findings.push({ code: 'certificateAsked' });
  }
  return findings;
}

/** "7.500,00", "7.500" or "7500", not as a part of a longer number. */
function namesAmount(text: string, cents: number): boolean {
  const full = formatEuroInput(cents);
  const forms = [full, full.replaceAll('.', '')];
  if (cents % 100 === 0) forms.push(...forms.map((form) => form.replace(/,00$/, '')));
  return forms.some((form) => {
    const pattern = form.replaceAll('.', '\\.');
    return new RegExp(`(?<![\\d.,])${pattern}(?!\\.?\\d|,\\d)`).test(text);
  });
}
