/** Where a measure stands in its life; and, apart from it, whether it takes people in. */
export const measureStates = [
  'idea',
  'concept',
  'approved',
  'inTender',
  'running',
  'ended',
  'archived',
] as const;
export type MeasureState = (typeof measureStates)[number];

export const intakeStates = ['open', 'paused', 'waitingOnly', 'closed'] as const;
export type IntakeState = (typeof intakeStates)[number];

export const stateNames: Readonly<Record<MeasureState, string>> = {
  idea: 'Idee',
  concept: 'Konzept',
  approved: 'beschlossen',
  inTender: 'in Vergabe',
  running: 'läuft',
  ended: 'beendet',
  archived: 'archiviert',
};

export const intakeNames: Readonly<Record<IntakeState, string>> = {
  open: 'offen',
  paused: 'pausiert',
  waitingOnly: 'nur Warteliste',
  closed: 'geschlossen',
};

export function isMeasureState(text: unknown): text is MeasureState {
  return measureStates.some((state) => state === text);
}

export function isIntakeState(text: unknown): text is IntakeState {
  return intakeStates.some((state) => state === text);
}

/** What must be there before a step. */
export type StepNeed = 'legalBasis' | 'paperComplete' | 'reason' | 'profileSound';

export interface MeasureStep {
  readonly from: MeasureState;
  readonly to: MeasureState;
  /** What the button says. */
  readonly label: string;
  readonly needs: readonly StepNeed[];
  /** What is decided or published with this step is kept as a version. */
  readonly freezes: boolean;
}

/**
 * Every way a measure may go; the district administration moves it.
 *
 * A measure of one's own staff or of single grants is never put out to tender, so
 * "beschlossen" may go to "läuft" directly. Going back needs a reason.
 *
 * Source: workflows.md, overview and (a); which step freezes is our reading of a5 to a7.
 */
const measureSteps: readonly MeasureStep[] = [
  { from: 'idea', to: 'concept', label: 'Konzept beginnen', needs: [], freezes: false },
  {
    from: 'concept',
    to: 'approved',
    label: 'Als beschlossen festhalten',
    needs: ['legalBasis', 'paperComplete', 'profileSound', 'reason'],
    freezes: true,
  },
  {
    from: 'approved',
    to: 'inTender',
    label: 'In die Vergabe geben',
    needs: ['legalBasis', 'profileSound'],
    freezes: true,
  },
  { from: 'approved', to: 'running', label: 'Ohne Vergabe beginnen', needs: ['reason'], freezes: true },
  { from: 'inTender', to: 'running', label: 'Als laufend führen', needs: [], freezes: true },
  { from: 'running', to: 'ended', label: 'Beenden', needs: ['reason'], freezes: true },
  { from: 'ended', to: 'archived', label: 'Archivieren', needs: [], freezes: false },
  { from: 'concept', to: 'idea', label: 'Zurück zur Idee', needs: ['reason'], freezes: false },
  { from: 'approved', to: 'concept', label: 'Zurück ins Konzept', needs: ['reason'], freezes: false },
  { from: 'inTender', to: 'approved', label: 'Aus der Vergabe nehmen', needs: ['reason'], freezes: false },
  { from: 'archived', to: 'ended', label: 'Aus dem Archiv holen', needs: ['reason'], freezes: false },
  { from: 'idea', to: 'archived', label: 'Archivieren', needs: ['reason'], freezes: false },
];

/** Undefined where no such step exists. */
export function findStep(from: MeasureState, to: MeasureState): MeasureStep | undefined {
  return measureSteps.find((step) => step.from === from && step.to === to);
}

export function stepsFrom(state: MeasureState): MeasureStep[] {
  return measureSteps.filter(({ from }) => from === state);
}

/** Only a running measure takes people in; leaving that state closes the intake. */
export function intakeAfter(to: MeasureState, intake: IntakeState): IntakeState {
  if (to === 'running') return intake === 'closed' ? 'open' : intake;
  return 'closed';
}
