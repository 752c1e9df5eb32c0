/**
 * What a district plans for one measure beyond the catalogue's facts: the data a
 * council paper is made of. Null and empty lists mean "not entered yet", never zero.
 */
export interface PlanContent {
  readonly paperNo: string | null;
  /** Days are 'YYYY-MM-DD'. */
  readonly paperDate: string | null;
  readonly fileRef: string | null;
  readonly department: string | null;
  readonly subject: string | null;
  /** When the paper is on which committee's agenda, in the authority's sequence of committees. */
  readonly meetings: readonly PlanMeeting[];

  readonly legalBases: readonly { readonly cited: string }[];
  readonly needText: string | null;
  /** At most one of the two is given: rule B13 lets the demand be unknown with a reason. */
  readonly demandCount: number | null;
  readonly demandUnknownReason: string | null;
  readonly targetGroup: string | null;
  readonly serviceSubject: string | null;
  readonly serviceText: string | null;
  readonly stepsText: string | null;
  readonly isVoluntaryService: boolean | null;

  readonly sites: readonly PlanSite[];
  readonly roomsText: string | null;

  readonly phases: readonly PlanPhase[];
  readonly referralTargets: readonly { readonly name: string }[];

  /** First and last day, both inclusive. */
  readonly termStart: string | null;
  readonly termEnd: string | null;
  readonly hasOptions: boolean | null;
  readonly options: readonly PlanOption[];

  readonly productId: string | null;
  /** Gross estimate per month. Null is the one allowed gap: "noch nicht kalkuliert". */
  readonly estimateMonthlyCents: number | null;
  readonly estimateBasis: string | null;

  readonly indicators: readonly { readonly text: string }[];
  readonly reportCommitteeId: string | null;
}

interface PlanMeeting {
  readonly committeeId: string;
  readonly meetingDate: string;
}

interface PlanSite {
  readonly name: string;
  /** Null: the number is not known yet. */
  readonly places: number | null;
}

interface PlanPhase {
  readonly title: string;
  readonly subText: string | null;
}

/** Extension option; both days inclusive. */
interface PlanOption {
  readonly starts: string;
  readonly ends: string;
  readonly condition: string | null;
}

/** The plan of one measure. `version` is 0 as long as nothing was saved. */
export interface MeasurePlan extends PlanContent {
  readonly measureId: string;
  readonly slug: string;
  readonly title: string;
  readonly version: number;
}

/** The fields one section of the form answers for; fields of other sections stay as they are. */
export type PlanPatch = Partial<PlanContent>;

/** Why a save did not happen. */
export type PlanRefusal =
  | { readonly code: 'savedMeanwhile'; readonly current: MeasurePlan }
  /** A product or committee that the form still offered was removed. */
  | { readonly code: 'choiceGone'; readonly field: string };
