import { dayText, euroText, decimalText } from '~/ui/fields';
import { wholeForm } from '~/ui/form/faults';
import { typedFrom, type TypedValues } from '~/ui/form/typed-values';
import { germanDecimal } from '~/values/decimal';
import { formatPeriod } from '~/values/calendar';
import type { ComponentFinding, ServiceFinding } from './rules/service';
import type { AgreedPremium, ContactStage, ContractService, PremiumKind } from './service';

export const premiumKindNames: Readonly<Record<PremiumKind, string>> = {
  work: 'Arbeit aufgenommen',
  vocationalTraining: 'Ausbildung aufgenommen',
  stability: 'Beschäftigung besteht fort',
  other: 'anderer Anlass',
};

const notSigned = 'Der Vertrag ist nicht unterzeichnet oder schon beendet.';

/** The field a finding belongs to (`wholeForm` for all of it) and the sentence that stands there. */
export function serviceFault(
  finding: ServiceFinding | { readonly code: 'notSigned' },
): [field: string, sentence: string] {
  switch (finding.code) {
    case 'notSigned':
      return [wholeForm, notSigned];
    case 'firstStageWithoutContacts':
      return [
        'firstStageWeeks',
        'Die Dauer des ersten Abschnitts braucht einen zweiten, der auf ihn folgt. Ergänzen Sie ihn oder lassen Sie die Dauer leer.',
      ];
    case 'reviewWithoutPlan':
      return [
        'planReviewWeeks',
        'Ohne Strategieplan gibt es nichts zu überprüfen. Setzen Sie das Häkchen oder lassen Sie den Abstand leer.',
      ];
    case 'groupIncomplete':
      return [finding.field, 'Die Maßnahme läuft in Gruppen. Geben Sie Termine, Minuten und Plätze an.'];
  }
}

export function componentFault(
  finding: ComponentFinding | { readonly code: 'notSigned' | 'measureGone' | 'alreadyIn' },
): [field: string, sentence: string] {
  switch (finding.code) {
    case 'notSigned':
      return [wholeForm, notSigned];
    case 'measureGone':
      return ['slug', 'Diese Maßnahme gibt es nicht mehr. Wählen Sie eine andere.'];
    case 'alreadyIn':
      return ['slug', 'Diese Maßnahme gehört schon zum Vertrag. Wählen Sie eine andere.'];
    case 'notWithin':
      return [
        'slug',
        `Diese Maßnahme darf nur innerhalb einer Maßnahme nach ${finding.norms.join(' oder ')} eingekauft werden. Die Maßnahme des Vertrags stützt sich nicht darauf. Wählen Sie eine andere.`,
      ];
    case 'certificateMissing':
      return [
        'slug',
        `Der Träger braucht „${finding.name}“ über die ganze Laufzeit ${formatPeriod(finding.from, finding.to)}. Tragen Sie den Nachweis zuerst ein.`,
      ];
    case 'healthShareMissing':
      return [
        'healthPercent',
        `Geben Sie den Anteil gesundheitlicher Inhalte an der Gesamtmaßnahme ein; ohne Mitfinanzierung sind höchstens ${germanDecimal(finding.limitPercent)} % zulässig.`,
      ];
    case 'healthShareTooHigh':
      return [
        'coFunding',
        `Mehr als ${germanDecimal(finding.limitPercent)} % gesundheitliche Inhalte brauchen eine Mitfinanzierung. Geben Sie an, wer mitzahlt, oder senken Sie den Anteil.`,
      ];
  }
}

export function premiumsFault(
  finding:
    | { readonly code: 'contractEnded' }
    | { readonly code: 'premiumKindTwice'; readonly index: number }
    | { readonly code: 'premiumClaimed'; readonly kind: PremiumKind },
): [field: string, sentence: string] {
  switch (finding.code) {
    case 'contractEnded':
      return [wholeForm, 'Der Vertrag ist beendet. Seine Prämien werden nicht mehr geändert.'];
    case 'premiumKindTwice':
      return [
        `premiums.${finding.index}.kind`,
        'Dieser Anlass steht schon in der Liste. Wählen Sie einen anderen oder entfernen Sie die Zeile.',
      ];
    case 'premiumClaimed':
      return [
        wholeForm,
        `Die Prämie „${premiumKindNames[finding.kind]}“ wurde schon geltend gemacht und bleibt in der Liste. Fügen Sie sie wieder hinzu.`,
      ];
  }
}

export function certificateFault(_: { readonly code: 'certificateEndsBeforeStart' }): [string, string] {
  return ['validTo', 'Das Ende liegt vor dem Beginn. Ändern Sie einen der beiden Tage.'];
}

/** "anfangs jede Woche, 45 Minuten" */
export function contactText({ stage, everyWeeks, minutes }: ContactStage): string {
  const rhythm = everyWeeks === 1 ? 'jede Woche' : `alle ${germanDecimal(everyWeeks)} Wochen`;
  return `${stage}: ${rhythm}${minutes === null ? '' : `, ${minutes} Minuten`}`;
}

/** The first filling of the form for one measure. */
export function typedService(service: ContractService): TypedValues {
  return typedFrom({
    contacts: service.contacts.map(({ stage, everyWeeks, minutes }) => ({
      stage,
      everyWeeks: decimalText(everyWeeks),
      minutes,
    })),
    firstStageWeeks: service.firstStageWeeks,
    hasStrategyPlan: service.hasStrategyPlan ? 'on' : null,
    planReviewWeeks: service.planReviewWeeks,
    involvesHousehold: service.involvesHousehold ? 'on' : null,
    sessionCount: service.sessionCount,
    sessionMinutes: service.sessionMinutes,
    groupSize: service.groupSize,
    interimReportMonths: service.interimReportMonths,
    finalReportDays: service.finalReportDays,
    reportingDays: service.reportingDays,
  });
}

export function typedPremiums(premiums: readonly AgreedPremium[]): TypedValues {
  return typedFrom({
    premiums: premiums.map(({ kind, label, amountCents, yearCapCents }) => ({
      kind,
      label,
      amount: euroText(amountCents),
      yearCap: euroText(yearCapCents),
    })),
  });
}

/** "01.01.2020 – 31.12.2021", "ab 01.01.2020" */
export function validText(from: string, to: string | null): string {
  return to === null ? `ab ${dayText(from) ?? ''}` : formatPeriod(from, to);
}
