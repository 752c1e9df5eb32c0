import type { AzavAnswer, AzavReason } from './rules';

/** The answer about the provider certificate as one German sentence; unclear answers say how to mend it. */
export function azavText(answer: AzavAnswer): string {
  return sentences[answer.reasonCode](answer.citations.join(', '));
}

const sentences: Readonly<Record<AzavReason, (citations: string) => string>> = {
  voluntaryMunicipalService: (citations) =>
    `Eine Trägerzulassung nach §§ 176 ff. SGB III ist nicht erforderlich, weil der Kreis die Leistung nach ${citations} freiwillig erbringt.`,
  employmentPromotion: (citations) =>
    `Eine Trägerzulassung nach §§ 176 ff. SGB III ist erforderlich, weil die Maßnahme Arbeitsförderung ist (${citations}).`,
  employmentPromotionPart: (citations) =>
    `Eine Trägerzulassung nach §§ 176 ff. SGB III ist für den Teil der Arbeitsförderung erforderlich (${citations}).`,
  voluntaryNotAnswered: (citations) =>
    `Ob eine Trägerzulassung (AZAV) zu fordern ist, hängt bei ${citations} davon ab, ob der Kreis die Leistung freiwillig erbringt. Wählen Sie, ob es eine freiwillige Leistung ist (Regel B7).`,
  municipalServiceNotVoluntary: (citations) =>
    `Ob für eine Pflichtleistung nach ${citations} eine Trägerzulassung (AZAV) zu fordern ist, ist nicht geregelt. Prüfen Sie, ob die Leistung freiwillig ist (Regel B7).`,
  noLegalBasis: () =>
    'Ob eine Trägerzulassung (AZAV) zu fordern ist, ist unklar: Es fehlt eine Rechtsgrundlage, die eine Leistung regelt. Ergänzen Sie die Rechtsgrundlage (Regel B7).',
  legalBasisWithoutRule: (citations) =>
    `Für ${citations} ist nicht hinterlegt, ob eine Trägerzulassung (AZAV) zu fordern ist. Prüfen Sie die Rechtsgrundlagen und das Datum der Vorlage (Regel B7).`,
};
