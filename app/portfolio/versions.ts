import type { IntakeState, MeasureState, StepNeed } from './states';

/** A measure as it was decided or published. */
export interface MeasureVersion {
  readonly no: number;
  readonly state: string;
  readonly reason: string;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly sha256: string;
}

/** Who moved a measure where, when and why. */
export interface MeasureMove {
  readonly fromState: MeasureState;
  readonly toState: MeasureState;
  readonly fromIntake: IntakeState;
  readonly toIntake: IntakeState;
  readonly reason: string | null;
  readonly versionNo: number | null;
  readonly movedAt: string;
  readonly movedBy: string;
}

/** Why a measure was not moved. */
export type MoveRefusal =
  | { readonly code: 'noSuchStep' }
  | { readonly code: 'intakeNeedsRunning' }
  | { readonly code: 'nothingToDo' }
  | { readonly code: 'needsUnmet'; readonly needs: readonly StepNeed[] };
