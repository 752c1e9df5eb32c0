/** The key groups of the profiling model; only two of them count for access (rule A1). */
export const needGroups = ['qualification', 'capability', 'motivation', 'circumstances'] as const;
export type NeedGroup = (typeof needGroups)[number];

export const needGroupNames: Readonly<Record<NeedGroup, string>> = {
  qualification: 'Qualifikation',
  capability: 'Leistungsfähigkeit',
  motivation: 'Motivation',
  circumstances: 'Rahmenbedingungen',
};

/** A need as it is offered for choice. It names a field of work and never a diagnosis or its cause (rule P5). */
export interface NeedKind {
  readonly key: string;
  readonly group: NeedGroup;
  readonly label: string;
}

/**
 * The needs that can be chosen, in our own neutral words. A recorded need keeps the
 * group it was recorded with, so a later change here moves no past check (rule A2).
 *
 * Missing leaving certificates stand under qualification, as in the federal model,
 * although one rule book counts them among its open examples (rule A2).
 *
 * Source: the four groups and rule A2 of rules.md § 1; the needs themselves are our proposal.
 */
export const needCatalogue = [
  { key: 'schoolCertificate', group: 'qualification', label: 'Schulabschluss nachholen' },
  { key: 'vocationalTraining', group: 'qualification', label: 'Berufsabschluss erreichen' },
  { key: 'skillsRenewal', group: 'qualification', label: 'Berufliche Kenntnisse auffrischen' },
  { key: 'languageSkills', group: 'qualification', label: 'Deutschkenntnisse verbessern' },
  { key: 'basicSkills', group: 'qualification', label: 'Lesen, Schreiben, Rechnen stärken' },
  { key: 'workCapacity', group: 'capability', label: 'Leistungsfähigkeit klären' },
  { key: 'healthSituation', group: 'capability', label: 'Gesundheitliche Situation verbessern' },
  { key: 'strain', group: 'capability', label: 'Belastbarkeit aufbauen' },
  { key: 'dailyStructure', group: 'capability', label: 'Tagesablauf strukturieren' },
  { key: 'socialSkills', group: 'capability', label: 'Umgang mit anderen üben' },
  { key: 'ownInitiative', group: 'motivation', label: 'Eigeninitiative stärken' },
  { key: 'workAttitude', group: 'motivation', label: 'Haltung zur Arbeit klären' },
  { key: 'careerGoal', group: 'motivation', label: 'Berufliches Ziel entwickeln' },
  { key: 'applications', group: 'motivation', label: 'Bewerbungen angehen' },
  { key: 'housing', group: 'circumstances', label: 'Wohnsituation verbessern' },
  { key: 'finances', group: 'circumstances', label: 'Finanzielle Situation ordnen' },
  { key: 'childcare', group: 'circumstances', label: 'Kinderbetreuung sichern' },
  { key: 'nursing', group: 'circumstances', label: 'Pflege von Angehörigen regeln' },
  { key: 'family', group: 'circumstances', label: 'Familiäre Situation verbessern' },
  { key: 'mobility', group: 'circumstances', label: 'Mobilität erhöhen' },
  { key: 'authorities', group: 'circumstances', label: 'Angelegenheiten mit Behörden regeln' },
] as const satisfies readonly NeedKind[];

export type NeedKey = (typeof needCatalogue)[number]['key'];

/** The label of a recorded need; one that is no longer offered keeps its key. */
export function needLabel(key: string): string {
  return needCatalogue.find((need) => need.key === key)?.label ?? key;
}

export function needGroupOf(key: NeedKey): NeedGroup {
  const kind = needCatalogue.find((need) => need.key === key);
  if (!kind) throw new Error(`No need of the catalogue: ${key}`);
  return kind.group;
}
