import { dayText, euroText, yesNoText } from '~/ui/fields';
import { type Prefill, type TypedValues, typedFrom } from '~/ui/form/typed-values';
import type { PlanContent } from './plan';
import type { SectionSlug } from './sections';

/** The fields of one step as texts, the way the form shows and sends them. */
export function typedSection(slug: SectionSlug, plan: PlanContent): TypedValues {
  return typedFrom(prefill[slug](plan));
}

const prefill: Readonly<Record<SectionSlug, (plan: PlanContent) => Readonly<Record<string, Prefill>>>> = {
  vorlage: ({ paperNo, paperDate, fileRef, department, subject, meetings }) => ({
    paperNo,
    paperDate: dayText(paperDate),
    fileRef,
    department,
    subject,
    meetings: Object.fromEntries(
      meetings.map(({ committeeId, meetingDate }) => [committeeId, dayText(meetingDate)]),
    ),
  }),
  bedarf: (plan) => ({
    legalBases: plan.legalBases.map(({ cited }) => ({ cited })),
    needText: plan.needText,
    demandKind: demandKind(plan),
    demandCount: plan.demandCount,
    demandUnknownReason: plan.demandUnknownReason,
    targetGroup: plan.targetGroup,
    serviceSubject: plan.serviceSubject,
    serviceText: plan.serviceText,
    stepsText: plan.stepsText,
    isVoluntaryService: yesNoText(plan.isVoluntaryService),
  }),
  standorte: ({ sites, roomsText }) => ({
    sites: sites.map(({ name, places }) => ({ name, places })),
    roomsText,
  }),
  phasen: ({ phases }) => ({ phases: phases.map(({ title, subText }) => ({ title, subText })) }),
  hilfesysteme: ({ referralTargets }) => ({ referralTargets: referralTargets.map(({ name }) => ({ name })) }),
  laufzeit: ({ termStart, termEnd, hasOptions, options }) => ({
    termStart: dayText(termStart),
    termEnd: dayText(termEnd),
    hasOptions: yesNoText(hasOptions),
    options: options.map(({ starts, ends, condition }) => ({
      starts: dayText(starts),
      ends: dayText(ends),
      condition,
    })),
  }),
  kosten: ({ productId, estimateMonthlyCents, estimateBasis }) => ({
    productId,
    estimateMonthly: euroText(estimateMonthlyCents),
    estimateBasis,
  }),
  auswertung: ({ indicators, reportCommitteeId }) => ({
    indicators: indicators.map(({ text }) => ({ text })),
    reportCommitteeId,
  }),
};

function demandKind(plan: PlanContent): string | null {
  if (plan.demandCount !== null) return 'known';
  return plan.demandUnknownReason === null ? null : 'unknown';
}
