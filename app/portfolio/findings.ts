import { formatDay, termMonths } from '~/values/calendar';
import { formatEuro } from '~/values/money';
import type { MeasureContent } from './content';
import type { SectionSlug } from './editing/sections';
import { azavText } from './finding-text';
import { normsOf, readLegalBases, readLegalBasis } from './legal-basis';
import type { ProfileSectionSlug } from './profile/sections';
import { azavRule } from './rules';
import { sourceWarnings } from './source-warnings';
import { type StructuredCost, structured } from './structured';
import { germanDecimal } from '~/values/decimal';

/** `stop`: the next step of the measure waits for it; `warning`: look again; `advice`: good to know. */
export type FindingKind = 'stop' | 'warning' | 'advice';

/** Something about a profile that does not fit, or that follows from it. */
export interface Finding {
  readonly code: string;
  readonly kind: FindingKind;
  readonly sentence: string;
  /** Norm or document. */
  readonly source: string;
  /** Where it is mended. */
  readonly section: ProfileSectionSlug | SectionSlug;
  readonly field: string;
}

export interface FindingContext {
  /** Facts of a source are shown as stated and only warned about; our own are stopped (rule B2). */
  readonly isImported: boolean;
  readonly isVoluntaryService: boolean | null;
  /** What is planned for the paper; null: nothing yet. */
  readonly plan?: { readonly termStart: string | null; readonly termEnd: string | null } | null;
  /** The day whose rules count, 'YYYY-MM-DD'. */
  readonly onDate: string;
}

/**
 * Everything plausibility says about a profile, stops first.
 *
 * Source: rules B2, B7, B8, D17; the portfolio's own statements about AktivA.
 */
export function findingsOf(content: MeasureContent, context: FindingContext): Finding[] {
  const found = [
    ...legalBasisFindings(content, context),
    ...healthFindings(content),
    ...employerPhaseFindings(content),
    ...withinFindings(content),
    ...termFindings(content, context),
    ...runFindings(content, context),
    ...fundingFindings(content),
    ...costFindings(content),
    ...placesFindings(content),
    ...planFindings(content, context),
  ];
  const order: readonly FindingKind[] = ['stop', 'warning', 'advice'];
  return found.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

export function hasStop(findings: readonly Finding[]): boolean {
  return findings.some(({ kind }) => kind === 'stop');
}

function legalBasisFindings({ legalBases }: MeasureContent, context: FindingContext): Finding[] {
  const bases = legalBases.map(readLegalBasis);
  const unread = bases.filter(({ law }) => law === null).map(({ cited }) => cited);
  const answer = azavRule(bases, context.isVoluntaryService, context.onDate);
  const field =
    answer.reasonCode.startsWith('voluntaryNot') || answer.reasonCode === 'municipalServiceNotVoluntary';
  return [
    ...unread.map((cited): Finding => ({
      code: 'legalBasisUnread',
      kind: 'advice',
      sentence: `„${cited}“ ließ sich nicht als Norm lesen und wird so geführt, wie sie zitiert ist.`,
      source: 'Profil, Rechtsgrundlagen',
      section: 'recht',
      field: 'legalBases',
    })),
    {
      code: `azav.${answer.reasonCode}`,
      kind: answer.required === null ? 'warning' : 'advice',
      sentence: azavText(answer),
      source: answer.source ?? 'Regel B7, §§ 176 ff. SGB III',
      section: field ? 'bedarf' : 'recht',
      field: field ? 'isVoluntaryService' : 'legalBases',
    },
  ];
}

/** More than this of health content is not employment promotion any more without a co-payer, unless the profile says otherwise. */
const usualHealthPercent = 20;

/** Source: § 45 SGB III as the AktivA measure reads it (health at most 20 %, above it third-party money). */
function healthFindings({ legalBases, portal }: MeasureContent): Finding[] {
  const share = portal?.healthPercent;
  const mostHealthPercent = portal?.maxHealthPercent ?? usualHealthPercent;
  if (share === undefined || share === null || share <= mostHealthPercent) return [];
  if (!isActivation(legalBases) || portal?.isCofunded === true) return [];
  return [
    {
      code: 'healthShareTooHigh',
      kind: portal?.isCofunded === false ? 'stop' : 'warning',
      sentence: `Gesundheitliche Inhalte machen ${germanDecimal(share)} % aus, mehr als ${germanDecimal(mostHealthPercent)} %. Senken Sie den Anteil oder tragen Sie die Mitfinanzierung durch Dritte ein.`,
      source: '§ 45 SGB III; Maßnahme AktivA: Gesundheit höchstens 20 %',
      section: 'recht',
      field: 'portal.healthPercent',
    },
  ];
}

/** § 45 SGB III, also by its old number. */
function isActivation(legalBases: readonly string[]): boolean {
  return readLegalBases(legalBases.map((cited) => ({ cited })))
    .flatMap(normsOf)
    .some(
      ({ law, section, isOldVersion }) =>
        law === 'SGB III' && (section === '45' || (section === '46' && isOldVersion)),
    );
}

/** Weeks a part at an employer may last: 6, for long-term unemployed people 12 (rule D17). */
const employerWeeks = { usual: 6, longTerm: 12 };

function employerPhaseFindings(content: MeasureContent): Finding[] {
  if (!isActivation(content.legalBases)) return [];
  const isLongTerm = [content.targetGroup, ...content.targetCriteria].some((text) =>
    /langzeitarbeitslos/i.test(text ?? ''),
  );
  const most = isLongTerm ? employerWeeks.longTerm : employerWeeks.usual;
  return structured(content).phaseSpans.flatMap(({ phase, span }): Finding[] => {
    if (!/betrieb|prakti/i.test(phase)) return [];
    const weeks = weeksOf(span.max ?? span.min ?? 0, span.unit);
    if (weeks <= most) return [];
    return [
      {
        code: 'employerPhaseTooLong',
        kind: 'stop',
        sentence: `Die Phase „${phase}“ dauert bis zu ${germanDecimal(Math.round(weeks * 10) / 10)} Wochen. Beim Arbeitgeber sind höchstens ${most} Wochen zulässig.`,
        source: '§ 45 Abs. 2 SGB III, § 16 Abs. 3 SGB II (Regel D17)',
        section: 'ablauf',
        field: 'portal.phaseSpans',
      },
    ];
  });
}

function weeksOf(count: number, unit: 'days' | 'weeks' | 'months'): number {
  // A month is 30 days here: what exceeds the limit by less than that is for people to judge.
  if (unit === 'days') return count / 7;
  return unit === 'weeks' ? count : (count * 30) / 7;
}

function withinFindings(content: MeasureContent): Finding[] {
  const norms = content.legalBases.map(readLegalBasis).flatMap(normsOf);
  return structured(content).onlyWithin.map((cited): Finding => {
    const needed = readLegalBasis(cited);
    const isWithin = norms.some(({ law, section }) => law === needed.law && section === needed.section);
    return {
      code: isWithin ? 'onlyWithin' : 'onlyWithinMissing',
      kind: isWithin ? 'advice' : 'stop',
      sentence: isWithin
        ? `Die Maßnahme darf nur innerhalb einer Maßnahme nach ${cited} eingekauft werden.`
        : `Die Maßnahme darf nur innerhalb einer Maßnahme nach ${cited} eingekauft werden, diese Rechtsgrundlage fehlt. Ergänzen Sie die Rechtsgrundlage.`,
      source: 'Profil, Regeln der Maßnahme',
      section: 'recht',
      field: isWithin ? 'portal.onlyWithin' : 'legalBases',
    };
  });
}

function termFindings(content: MeasureContent, { isImported }: FindingContext): Finding[] {
  return sourceWarnings(content).map((sentence): Finding => ({
    code: 'termOutOfOrder',
    kind: isImported ? 'warning' : 'stop',
    sentence,
    source: 'Regel B2',
    section: 'zeitraum',
    field: 'extensionOptions',
  }));
}

function runFindings({ portal }: MeasureContent, { isImported }: FindingContext): Finding[] {
  const runs = [...(portal?.runs ?? [])].sort((a, b) => (a.from < b.from ? -1 : 1));
  return runs.slice(1).flatMap((run, index): Finding[] => {
    const before = runs[index];
    if (!before || run.from > before.to) return [];
    return [
      {
        code: 'runsOverlap',
        kind: isImported ? 'warning' : 'stop',
        sentence: `„${run.name}“ beginnt am ${formatDay(run.from)}, „${before.name}“ endet erst am ${formatDay(before.to)}. Ändern Sie einen der beiden Tage.`,
        source: 'Regel B2, auf Durchgänge angewandt',
        section: 'zeitraum',
        field: 'portal.runs',
      },
    ];
  });
}

/** Shares are only judged where each is a number: words such as "höchstens 75 %" are no share. */
function fundingFindings({ fundingSources, portal }: MeasureContent): Finding[] {
  const entered = (portal?.funding ?? []).map(({ sharePercent }) => sharePercent ?? null);
  const stated = fundingSources.map(({ share }) => (typeof share === 'number' ? share : null));
  const judge = (shares: readonly (number | null)[], field: string): Finding[] => {
    if (shares.length === 0 || shares.some((share) => share === null)) return [];
    const sum = shares.reduce<number>((total, share) => total + (share ?? 0), 0);
    if (Math.abs(sum - 100) < 0.005) return [];
    return [
      {
        code: 'fundingSharesDoNotSum',
        kind: sum > 100 ? 'stop' : 'warning',
        sentence: `Die Anteile der Finanzierung ergeben zusammen ${germanDecimal(Math.round(sum * 100) / 100)} %, nicht 100 %. Ändern Sie die Anteile.`,
        source: 'Summe der eingetragenen Anteile',
        section: 'geld',
        field,
      },
    ];
  };
  return [...judge(entered, 'portal.funding'), ...judge(stated, 'fundingSources')];
}

/**
 * Amounts that should follow from each other. Only exact ones are compared, and only a
 * difference is worth a word: the source may have rounded.
 */
function costFindings(content: MeasureContent): Finding[] {
  const costs = structured(content).costs.filter(({ qualifier }) => qualifier === 'exact');
  const amount = (kind: StructuredCost['kind']) =>
    costs.find((cost) => cost.kind === kind)?.amountCents ?? null;
  const places = content.placesTotal;
  const months = wholeMonths(content);
  const placeMonth = amount('placeMonth');
  const month = amount('month');
  const total = amount('total');
  const comparisons: readonly [computed: number | null, stated: number | null, words: string][] = [
    [product(placeMonth, places), month, `${places ?? 0} Plätze je Platz und Monat`],
    [product(month, months), total, `${months ?? 0} Monate`],
    [
      month === null ? product(product(placeMonth, places), months) : null,
      total,
      `${places ?? 0} Plätze in ${months ?? 0} Monaten`,
    ],
    [product(month, 12), amount('year'), '12 Monate'],
  ];
  return comparisons.flatMap(([computed, stated, words]): Finding[] => {
    if (computed === null || stated === null || computed === stated) return [];
    const difference = Math.abs(computed - stated);
    return [
      {
        code: 'costsDoNotMatch',
        kind: difference * 100 > stated ? 'warning' : 'advice',
        sentence: `${words} ergeben ${formatEuro(computed)}, angegeben sind ${formatEuro(stated)} (Unterschied ${formatEuro(difference)}).`,
        source: 'Beträge des Profils',
        section: 'geld',
        field: 'budget.totalEur',
      },
    ];
  });
}

function placesFindings({ places, placesTotal }: MeasureContent): Finding[] {
  const counts = places.map(({ count }) => count);
  if (placesTotal === null || counts.length === 0 || counts.some((count) => count === null)) return [];
  const sum = counts.reduce<number>((total, count) => total + (count ?? 0), 0);
  if (sum === placesTotal) return [];
  return [
    {
      code: 'placesDoNotSum',
      kind: 'warning',
      sentence: `Die Standorte haben zusammen ${sum} Plätze, insgesamt angegeben sind ${placesTotal}. Ändern Sie eine der Angaben.`,
      source: 'Plätze des Profils',
      section: 'plaetze',
      field: 'placesTotal',
    },
  ];
}

/** The profile may be a source's and the plan our own: both are shown, and the difference is named. */
function planFindings({ period }: MeasureContent, { plan }: FindingContext): Finding[] {
  if (!plan?.termStart || !plan.termEnd || (period.start === null && period.end === null)) return [];
  if (period.start === plan.termStart && period.end === plan.termEnd) return [];
  return [
    {
      code: 'planDiffersFromProfile',
      kind: 'advice',
      sentence: `Die Beschlussvorlage plant die Laufzeit ${formatDay(plan.termStart)} – ${formatDay(plan.termEnd)}, das Profil nennt eine andere. Übernehmen Sie die geplante Laufzeit in das Profil, wenn sie gilt.`,
      source: 'Profil und Angaben für die Beschlussvorlage',
      section: 'zeitraum',
      field: 'period.start',
    },
  ];
}

function product(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a * b;
}

/** Months of the runtime, if it is known to the day and whole. */
function wholeMonths({ period }: MeasureContent): number | null {
  if (period.start?.length !== 10 || period.end?.length !== 10 || period.end < period.start) return null;
  const { months, days } = termMonths(period.start, period.end);
  return days === 0 ? months : null;
}
