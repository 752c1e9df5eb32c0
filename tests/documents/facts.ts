import type { CouncilPaperFacts } from '~/documents/council-paper/rules';
import type { PlanContent } from '~/portfolio/editing/plan';

/** The Case-Manager as its council paper of 2019 needs it; the price is unknown, as in the source. */
const caseManagerPlan: PlanContent = {
  paperNo: 'Beispiel 2019/101',
  paperDate: '2019-09-02',
  fileRef: null,
  department: 'Amt für Arbeit und Soziales',
  subject: 'Ausschreibung einer Maßnahme zur psychosozialen Betreuung: Case-Manager',
  meetings: [
    { committeeId: 'social', meetingDate: '2019-09-10' },
    { committeeId: 'executive', meetingDate: '2019-09-19' },
    { committeeId: 'council', meetingDate: '2019-09-26' },
  ],
  legalBases: [{ cited: '§ 16a Nr. 3 SGB II' }],
  needText:
    'Psychosoziale Belastungen hindern einen Teil der Leistungsberechtigten daran, eine Arbeit aufzunehmen. In der laufenden Beratung bleiben sie oft unerkannt.',
  demandCount: null,
  demandUnknownReason: 'Der Anteil lässt sich nach Auskunft des Jobcenters nicht genau beziffern.',
  targetGroup: 'Erwerbsfähige Leistungsberechtigte mit psychosozialer Beeinträchtigung',
  serviceSubject: 'Psychosoziale Beratung, Hilfe zur Selbsthilfe, Lotsendienst',
  serviceText:
    'Niedrigschwellige fachliche Begleitung.\nAls Lotsen führen die Case-Manager in weiterführende Hilfen.',
  stepsText: 'Vertrauen aufbauen, planen, begleiten, regelmäßig prüfen, abschließen.',
  isVoluntaryService: true,
  sites: [
    { name: 'Rotenburg (Wümme)', places: null },
    { name: 'Zeven', places: null },
    { name: 'Bremervörde', places: null },
  ],
  roomsText: 'Die Case-Manager arbeiten in den Räumen des Jobcenters.',
  phases: [
    { title: 'Erstkontakt und Screening', subText: 'Vertrauen aufbauen, Hemmnisse erheben' },
    { title: 'Strategieplanung', subText: 'Bedarf festlegen: Welche Schritte bauen das Hemmnis ab?' },
    {
      title: 'Umsetzung der vereinbarten Strategie',
      subText: 'Vermitteln oder selbst niedrigschwellig betreuen',
    },
    { title: 'Prüfung der Strategie', subText: 'Wird der Plan eingehalten, muss er geändert werden?' },
    { title: 'Abschlussgespräch mit dem Kunden', subText: 'Über den weiteren Weg entscheiden' },
    {
      title: 'Evaluation der individuellen Maßnahme',
      subText: 'Abschlussbericht unter Wahrung des Datenschutzes',
    },
  ],
  referralTargets: [
    { name: 'Eingliederungshilfe' },
    { name: 'Psychosoziale Beratungsangebote im Landkreis' },
    { name: 'Suchtberatung, Schuldnerberatung und Ähnliches' },
    { name: 'Leistungen der Kranken- und Rentenversicherung' },
  ],
  termStart: '2019-12-01',
  termEnd: '2020-12-31',
  hasOptions: true,
  options: [
    {
      starts: '2021-01-01',
      ends: '2021-12-31',
      condition: 'erfolgreiche Durchführung und ausreichend verfügbare Mittel',
    },
  ],
  productId: 'product',
  estimateMonthlyCents: null,
  estimateBasis: null,
  indicators: [{ text: 'Eintritte und Austritte je Standort' }, { text: 'Vermittlungen je Hilfesystem' }],
  reportCommitteeId: 'social',
};

export const caseManagerFacts: CouncilPaperFacts = {
  authority: {
    name: 'Landkreis Musterland (Beispiel)',
    office: 'Amt für Arbeit und Soziales',
    state: 'NI',
    signatureRole: 'Die Landrätin oder der Landrat',
    isFictional: true,
    regime: 'municipal',
    committees: [
      {
        id: 'social',
        name: 'Ausschuss für Soziales, Arbeit und Gesundheit',
        task: 'advises',
        isPublic: true,
      },
      { id: 'executive', name: 'Kreisausschuss', task: 'advises', isPublic: false },
      { id: 'council', name: 'Kreistag', task: 'decides', isPublic: true },
    ],
  },
  measure: {
    slug: 'case-manager',
    title: 'Case-Manager',
  },
  plan: caseManagerPlan,
  product: { number: '31.2.02', name: 'Kommunale Eingliederungsleistungen' },
  appropriations: [{ fiscalYear: 2019, amountCents: 10_000_000, isCeiling: true }],
  today: '2019-09-01',
};

/** The same paper with other entries. */
export function withPlan(patch: Partial<PlanContent>, facts = caseManagerFacts): CouncilPaperFacts {
  return { ...facts, plan: { ...facts.plan, ...patch } };
}
