import type { Committee } from '~/authority/authority';
import type { MeasurePlan, PlanContent } from '~/portfolio/editing/plan';

export const committee: Committee = {
  id: 'c1000000-0000-4000-8000-000000000001',
  name: 'Ausschuss für Soziales, Arbeit und Gesundheit',
  task: 'decides',
  isPublic: true,
};

/** Nothing entered yet. */
export const emptyContent: PlanContent = {
  paperNo: null,
  paperDate: null,
  fileRef: null,
  department: null,
  subject: null,
  meetings: [],
  legalBases: [],
  needText: null,
  demandCount: null,
  demandUnknownReason: null,
  targetGroup: null,
  serviceSubject: null,
  serviceText: null,
  stepsText: null,
  isVoluntaryService: null,
  sites: [],
  roomsText: null,
  phases: [],
  referralTargets: [],
  termStart: null,
  termEnd: null,
  hasOptions: null,
  options: [],
  productId: null,
  estimateMonthlyCents: null,
  estimateBasis: null,
  indicators: [],
  reportCommitteeId: null,
};

export function aPlan(known: Partial<MeasurePlan> = {}): MeasurePlan {
  return {
    measureId: 'e0000000-0000-4000-8000-000000000001',
    slug: 'case-manager',
    title: 'Case-Manager',
    version: 0,
    ...emptyContent,
    ...known,
  };
}

/** Complete but for the price, in the shape of the source's council paper. */
export function caseManagerPlan(changes: Partial<MeasurePlan> = {}): MeasurePlan {
  return aPlan({
    version: 1,
    paperNo: '2019/117',
    paperDate: '2019-09-01',
    department: 'Amt für Soziales',
    subject: 'Ausschreibung einer Maßnahme zur psychosozialen Betreuung',
    meetings: [{ committeeId: committee.id, meetingDate: '2019-09-18' }],
    legalBases: [{ cited: '§ 16a Nr. 3 SGB II' }],
    needText: 'Belastungen hindern die Eingliederung.',
    demandUnknownReason: 'Der Anteil lässt sich nicht beziffern.',
    targetGroup: 'Erwerbsfähige Leistungsberechtigte',
    serviceSubject: 'Psychosoziale Betreuung',
    serviceText: 'Niedrigschwellige Begleitung',
    stepsText: 'Vertrauen, Plan, Begleitung',
    isVoluntaryService: true,
    sites: [{ name: 'Zeven', places: null }],
    roomsText: 'Räume des Jobcenters',
    phases: [{ title: 'Erstkontakt und Screening', subText: 'Vertrauen aufbauen' }],
    referralTargets: [{ name: 'Eingliederungshilfe' }],
    termStart: '2019-12-01',
    termEnd: '2020-12-31',
    hasOptions: true,
    options: [{ starts: '2021-01-01', ends: '2021-12-31', condition: 'Erfolg und Mittel' }],
    productId: 'f0000000-0000-4000-8000-000000000001',
    indicators: [{ text: 'Zahl der Vermittlungen in Hilfesysteme' }],
    reportCommitteeId: committee.id,
    ...changes,
  });
}
