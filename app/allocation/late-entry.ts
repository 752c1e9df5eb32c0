/** Why a contact or a session was entered late: a word of a list, because whoever counts reads it, too. */
export const lateReasons = ['staffAbsent', 'feedbackLate', 'portalDown', 'overlooked'] as const;
export type LateReason = (typeof lateReasons)[number];

export const lateReasonNames: Readonly<Record<LateReason | 'correction', string>> = {
  staffAbsent: 'Fachkraft war abwesend',
  feedbackLate: 'Rückmeldung oder Nachweis kam später',
  portalDown: 'Portal war nicht erreichbar',
  overlooked: 'Eintrag wurde vergessen',
  // Chosen by nobody: a correction says by itself why it comes later.
  correction: 'Berichtigung',
};
