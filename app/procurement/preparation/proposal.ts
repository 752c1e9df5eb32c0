import type { Authority } from '~/authority/authority';
import type { MeasureContent } from '~/portfolio/content';
import type { PlanContent } from '~/portfolio/editing/plan';
import { isMunicipalService, readLegalBases } from '~/portfolio/legal-basis';
import type { Criterion, Lot, PreparationParts } from './parts';
import { germanDecimal } from '~/values/decimal';

interface Known {
  readonly content: MeasureContent;
  readonly plan: Pick<PlanContent, 'legalBases' | 'sites'>;
  readonly authority: Pick<Authority, 'name' | 'office'>;
}

/**
 * What the form proposes as long as nobody saved a step: the measure's own data, and
 * for the rest words that fit most tenders. Nothing is invented that differs from
 * measure to measure: quantities, staff and dates stay empty where the measure is silent.
 *
 * Source: documents.md §§ 2 to 6 (our proposal); what is proposed must be saved by a person.
 */
export function proposedParts({ content, plan, authority }: Known): PreparationParts {
  const isMunicipal = isMunicipalService(readLegalBases(plan.legalBases));
  return {
    lots: { lots: proposedLots(content, plan), lotLimit: null, quantityNote: null },
    service: proposedService(isMunicipal, content.voluntary),
    staff: proposedStaff(content),
    criteria: { criteria: isMunicipal ? municipalCriteria : promotionCriteria },
    evaluation: {
      method: 'proportional',
      qualityPercent: 70,
      tolerancePercent: null,
      decider: null,
      zeroPointPercent: null,
      referencePoints: null,
      referencePriceCents: null,
      tieRules: ['lowerPrice', 'topCriterion', 'drawLots'],
      priceBasis: 'grossWithOptions',
    },
    price: proposedPrice(content),
    suitability: proposedSuitability,
    dates: {
      questionsUntil: null,
      submissionUntil: null,
      submissionTime: '12:00',
      openingOn: null,
      awardOn: null,
      bidValidUntil: null,
      declareBy: {},
    },
    contract: {
      contactOffice: [authority.name, 'Vergabestelle'].filter(Boolean).join(', '),
      contactAddress: null,
      submissionChannel: 'Elektronisch in Textform über die Vergabeplattform der Vergabestelle',
      ...proposedDataProtection,
      noticeMonths: 3,
    },
  };
}

function proposedLots(content: MeasureContent, plan: Known['plan']): Lot[] {
  const unit = content.portal?.payment?.model === 'perParticipant' ? 'participant' : 'placeMonth';
  const lot = (title: string, site: string | null, quantity: number | null): Lot => ({
    title,
    site,
    quantity,
    unit,
    optionQuantity: null,
    fixedPriceCents: null,
  });
  if (plan.sites.length === 0) return [lot(content.title, null, positive(content.placesTotal))];
  return plan.sites.map(({ name, places }) =>
    lot(`${content.title}, Standort ${name}`, name, positive(places)),
  );
}

function positive(count: number | null): number | null {
  return count !== null && count > 0 ? count : null;
}

/** `isVoluntary`: whether people take part voluntarily; that the district acts voluntarily is another thing. */
function proposedService(isMunicipal: boolean, isVoluntary: boolean | null): PreparationParts['service'] {
  const goals = isMunicipal
    ? [
        'Psychosoziale Hemmnisse der Teilnehmenden werden erkannt und abgebaut oder verringert.',
        'Die Teilnehmenden finden in die weiterführenden Hilfen, die sie brauchen.',
        'Die Teilnehmenden kommen dem Arbeitsmarkt näher; erste Schritte zählen mit.',
      ]
    : [
        'Die Teilnehmenden werden an den Arbeitsmarkt herangeführt.',
        'Hemmnisse, die einer Vermittlung entgegenstehen, werden festgestellt und abgebaut.',
        'Die Teilnehmenden nehmen eine Arbeit oder Ausbildung auf.',
      ];
  const indicators = [
    'Anteil der Teilnehmenden mit verringertem oder abgebautem Hemmnis am Ende der Teilnahme',
    isMunicipal
      ? 'Zahl der Weitervermittlungen, je Hilfesystem'
      : 'Anteil der Teilnehmenden, die bis zum vorgesehenen Ende teilnehmen',
    'Zahl der Aufnahmen von Arbeit oder Ausbildung und der Schritte dorthin',
  ];
  return {
    goals: goals.map((text, index) => ({ text, indicator: indicators[index] ?? null })),
    requirements: [
      {
        kind: 'minimum',
        text: 'Die Leistung wird an allen Standorten des Loses während der ganzen Laufzeit erbracht.',
      },
      { kind: 'minimum', text: 'Das eingesetzte Personal hat die geforderte Qualifikation und Erfahrung.' },
      { kind: 'minimum', text: 'Berichte werden vollständig und in der vereinbarten Frist abgegeben.' },
      {
        kind: 'scored',
        text: 'Zu jedem Zuschlagskriterium liegt ein Konzept vor, das auf diese Maßnahme eingeht.',
      },
    ],
    accessText: [
      'Das Jobcenter entscheidet, wer teilnimmt, und weist die Teilnehmenden zu. Der Auftragnehmer nimmt niemanden ohne Zuweisung auf und lehnt niemanden ab.',
      ...(isVoluntary === true ? ['Die Teilnahme ist freiwillig.'] : []),
    ].join(' '),
    workingText:
      'Termine werden montags bis freitags zu üblichen Zeiten angeboten, nach Absprache auch am späten Nachmittag. Wo es nötig ist, arbeitet der Auftragnehmer aufsuchend. Räume sind möglichst barrierefrei zu erreichen; Sprachmittlung wird bei Bedarf organisiert.',
    cooperationText:
      'Der Auftragnehmer benennt für jeden Standort eine Ansprechstelle und antwortet auf Anfragen des Jobcenters innerhalb von zwei Arbeitstagen. Fallbesprechungen finden nach Bedarf statt, mindestens einmal im Vierteljahr. Die Fallverantwortung und das Fallmanagement bleiben beim Jobcenter.',
    qualityText:
      'Der Auftragnehmer sichert die Qualität durch Fachberatung und Supervision des Personals. Er ermöglicht Besuche des Auftraggebers und bearbeitet Beschwerden innerhalb von zwei Wochen.',
  };
}

function proposedStaff({ staffing, portal, reporting }: MeasureContent): PreparationParts['staff'] {
  const structured = (portal?.staff ?? []).map(({ role, clientsPerPost, posts }) => ({
    role,
    posts: posts === null || posts === undefined ? null : `${germanDecimal(posts)} Vollzeitstellen`,
    ratio:
      clientsPerPost === null || clientsPerPost === undefined ? null : `1:${germanDecimal(clientsPerPost)}`,
    qualification: null,
  }));
  const stated =
    staffing.ratio === null && staffing.fte === null
      ? []
      : [
          {
            role: 'Fachkraft der Maßnahme',
            posts: staffing.fte === null ? null : `${germanDecimal(staffing.fte)} Vollzeitstellen`,
            ratio: staffing.ratio,
            qualification: null,
          },
        ];
  return {
    staffing: structured.length > 0 ? structured : stated,
    staffNote: null,
    replacementText:
      'Fällt eine Fachkraft länger als zehn Arbeitstage aus, stellt der Auftragnehmer gleichwertigen Ersatz. Ein Wechsel des Personals wird vorher angezeigt.',
    reports:
      reporting.length > 0
        ? reporting.map(reportOf)
        : [
            { what: 'Individueller Abschlussbericht', due: 'zwei Wochen nach dem Ende der Teilnahme' },
            { what: 'Jahreszahlen der Maßnahme ohne Personenbezug', due: 'bis 31. Januar des Folgejahres' },
          ],
  };
}

/** "jährlich: Bericht an den Ausschuss" has its rhythm before the colon. */
function reportOf(line: string): PreparationParts['staff']['reports'][number] {
  const [due = '', ...rest] = line.split(': ');
  return rest.length > 0 && due.length <= 60 ? { what: rest.join(': '), due } : { what: line, due: null };
}

function proposedPrice({ paymentModel, portal }: MeasureContent): PreparationParts['price'] {
  return {
    vat: 'exempt',
    vatRatePercent: null,
    vatExemptReason: '§ 4 Nr. 15b UStG',
    optionPrice: 'own',
    optionIndexText: null,
    premiums: [],
    paymentModel: portal?.payment?.model ?? (paymentModel === null ? 'perPlace' : null),
    paymentText:
      'Die Vergütung wird monatlich nachträglich auf Rechnung gezahlt. Zum Ende des Haushaltsjahres wird so abgerechnet, dass die Leistung bis zum 31. Dezember dem Jahr zugeordnet ist.',
    minimumTakeUpPercent: 70,
    extraDemandText:
      'Der Auftraggeber kann die Menge im gegenseitigen Einvernehmen erhöhen, solange die Änderungen zusammen höchstens 20 Prozent des Auftragswerts erreichen.',
  };
}

const proposedSuitability: PreparationParts['suitability'] = {
  proofs: [
    { text: 'Eigenerklärung zu Ausschlussgründen (in diesem Papier)', due: 'withBid' },
    { text: 'Auszug aus dem Handels-, Vereins- oder Berufsregister', due: 'withBid' },
    { text: 'Nachweis der Betriebshaftpflichtversicherung', due: 'onRequest' },
    { text: 'Nachweise der Qualifikation des eingesetzten Personals', due: 'beforeStart' },
  ],
  referenceCount: 2,
  referenceYears: 3,
  insuranceText:
    'Betriebshaftpflichtversicherung für Personen-, Sach- und Vermögensschäden während der ganzen Laufzeit',
  asksWageDeclaration: false,
  asksMinimumPay: false,
};

const proposedDataProtection = {
  processorRole: 'thirdParty',
  dataCategories:
    'Name, Anschrift und Erreichbarkeit; Zuweisung und Zeitraum der Teilnahme; vereinbarte Ziele und Schritte; Ergebnis und Grund des Endes. Keine Diagnosen, keine Angaben über Dritte.',
  purposeText:
    'Die Daten werden verarbeitet, um die Leistung gegenüber den zugewiesenen Personen zu erbringen, sie abzurechnen und ihr Ergebnis zu berichten. Eine andere Nutzung ist ausgeschlossen.',
  measuresText:
    'Zugriff nur für das eingesetzte Personal nach Aufgabe; verschlüsselte Übertragung und Speicherung; Verpflichtung auf das Sozialgeheimnis; Vorfälle werden dem Auftraggeber am selben Arbeitstag gemeldet.',
  deletionText:
    'Personenbezogene Daten werden nach dem Ende der Teilnahme und der Abrechnung zurückgegeben und gelöscht, spätestens sechs Monate nach Vertragsende. Gesetzliche Aufbewahrungsfristen bleiben unberührt.',
} as const satisfies Partial<PreparationParts['contract']>;

/** The meaning of the ratings as it is common; a criterion may have words of its own. */
export const commonScale = [
  'Das Konzept fehlt, wiederholt nur die Anforderungen oder lässt keinen Erfolg erwarten.',
  'Das Konzept erfüllt die Erwartung mit Einschränkungen.',
  'Das Konzept erfüllt die Erwartung.',
  'Das Konzept dient dem Ziel der Maßnahme in besonderer Weise.',
] as const;

function criterion(
  title: string,
  weightPercent: number | null,
  expectation: string | null,
  level: 1 | 2 = 1,
): Criterion {
  const isDivided = weightPercent === null;
  return {
    level,
    title,
    weightPercent,
    expectation,
    scale: isDivided ? [null, null, null, null] : commonScale,
    zeroExcludes: false,
  };
}

const staffCriteria = [
  criterion('Personalkonzept', null, null),
  criterion(
    'Organisation des Personaleinsatzes',
    10,
    'Einsatz je Standort, Vertretung und Einarbeitung sind verlässlich geregelt.',
    2,
  ),
  criterion(
    'Qualifikation und Erfahrung des eingesetzten Personals',
    15,
    'Abschlüsse und Berufserfahrung der vorgesehenen Personen gehen auf die Zielgruppe ein.',
    2,
  ),
];

/** Areas for a measure under § 16a SGB II; documents.md § 3. */
const municipalCriteria: readonly Criterion[] = [
  criterion(
    'Verständnis der Zielgruppe und Zugang',
    15,
    'Das Konzept beschreibt die Lebenslagen der Zielgruppe und einen Zugang, der wenig voraussetzt.',
  ),
  criterion(
    'Vertrauen und Erstkontakt',
    15,
    'Das Konzept zeigt, wie Vertrauen entsteht und wie Hemmnisse behutsam erhoben werden.',
  ),
  criterion(
    'Strategieplanung und Überprüfung',
    20,
    'Ziele werden gemeinsam vereinbart, in Schritte geteilt und in festen Abständen überprüft.',
  ),
  criterion(
    'Netzwerk und Weitervermittlung',
    15,
    'Das Konzept nennt die Hilfen vor Ort und zeigt, wie eine Weitervermittlung begleitet wird.',
  ),
  ...staffCriteria,
  criterion(
    'Qualitätssicherung und Datenschutz',
    10,
    'Das Konzept sichert Qualität und schützt die Daten der Teilnehmenden nachvollziehbar.',
  ),
];

/** Areas for a measure of employment promotion; our proposal after documents.md § 3. */
const promotionCriteria: readonly Criterion[] = [
  criterion(
    'Verständnis der Zielgruppe und Zugang',
    15,
    'Das Konzept beschreibt die Zielgruppe, ihre Hemmnisse und ihre Stärken.',
  ),
  criterion(
    'Inhalte und Methoden',
    25,
    'Inhalte, Aufbau und Methoden passen zu den Zielen und werden auf die einzelne Person abgestimmt.',
  ),
  criterion(
    'Übergang in Arbeit oder Ausbildung',
    20,
    'Das Konzept zeigt Wege in Betriebe und wie der Übergang stabil wird.',
  ),
  criterion(
    'Zusammenarbeit vor Ort',
    10,
    'Das Konzept nennt Partner und regelt die Zusammenarbeit mit dem Jobcenter.',
  ),
  ...staffCriteria,
  criterion(
    'Qualitätssicherung und Datenschutz',
    5,
    'Das Konzept sichert Qualität und schützt die Daten der Teilnehmenden nachvollziehbar.',
  ),
];
