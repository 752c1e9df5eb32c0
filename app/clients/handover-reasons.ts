/**
 * Why a client goes to another person: from a list, because a free text would
 * collect what belongs into the official system (rule P1). Our proposal.
 */
export const handoverReasons = [
  'relocation',
  'intoCare',
  'outOfCare',
  'ageBand',
  'staffing',
  'clientWish',
] as const;
export type HandoverReason = (typeof handoverReasons)[number];

export const handoverReasonTexts: Readonly<Record<HandoverReason, string>> = {
  relocation: 'Umzug oder Wechsel des Standorts',
  intoCare: 'Aufnahme ins Fallmanagement',
  outOfCare: 'Abgang aus dem Fallmanagement',
  ageBand: '25. Geburtstag',
  staffing: 'Wechsel im Personal',
  clientWish: 'Wunsch der Kundin oder des Kunden',
};

export function handoverReasonText(reason: string): string {
  return Object.hasOwn(handoverReasonTexts, reason) ? handoverReasonTexts[reason as HandoverReason] : reason;
}
