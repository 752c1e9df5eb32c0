import type { Tx } from '#db/as-actor';
import type { ExampleCommittees } from './authorities';

interface Place {
  readonly tenantId: string;
  readonly measureId: string;
  readonly productId: string;
  readonly committees: ExampleCommittees;
}

/**
 * What the council paper for "Case-Manager" is made of, as its source tells it.
 *
 * Texts are our own words for what the source says; the price is unknown there and
 * stays null. Paper number, dates of paper and meetings, and the indicators are
 * invented examples, because the source has none of them.
 *
 * Source: rules.md § 10, documents.md § 1.
 */
export async function insertCaseManagerPlan(tx: Tx, place: Place): Promise<void> {
  const owner = { tenant_id: place.tenantId, measure_id: place.measureId };
  await tx
    .insertInto('measure_plan')
    .values({
      ...owner,
      paper_no: 'Beispiel 2019/101',
      paper_date: '2019-09-02',
      department: 'Amt für Arbeit und Soziales',
      subject:
        'Ausschreibung einer Maßnahme zur psychosozialen Betreuung von erwerbsfähigen Leistungsberechtigten: Case-Manager',
      need_text: needText,
      demand_unknown_reason:
        'Psychosoziale Belastungen bleiben in der laufenden Fallberatung oft unerkannt. Der Anteil der betroffenen Leistungsberechtigten lässt sich deshalb derzeit nicht genau beziffern.',
      target_group:
        'Erwerbsfähige Leistungsberechtigte des Jobcenters, deren psychosoziale Beeinträchtigung die Arbeitsaufnahme behindert',
      service_subject:
        'Psychosoziale Beratung und Betreuung, Hilfe zur Selbsthilfe und Lotsendienst in weiterführende Hilfen',
      service_text: serviceText,
      steps_text: stepsText,
      is_voluntary_service: true,
      rooms_text:
        'Die Case-Manager arbeiten an allen Standorten des Jobcenters und in dessen Räumen. So sind sie ohne Umwege und möglichst barrierefrei zu erreichen.',
      term_start: '2019-12-01',
      term_end: '2020-12-31',
      has_options: true,
      product_id: place.productId,
      report_committee_id: place.committees.advising,
    })
    .execute();
  // It is being planned here; the other measures of the collection are ideas to choose from.
  await tx.updateTable('measure').set({ state: 'concept' }).where('id', '=', place.measureId).execute();
  await tx
    .insertInto('measure_consultation')
    .values([
      { ...owner, committee_id: place.committees.advising, meeting_date: '2019-09-10' },
      { ...owner, committee_id: place.committees.board, meeting_date: '2019-09-19' },
      { ...owner, committee_id: place.committees.council, meeting_date: '2019-09-26' },
    ])
    .execute();
  await tx
    .insertInto('measure_option')
    .values({
      ...owner,
      position: 1,
      starts: '2021-01-01',
      ends: '2021-12-31',
      condition: 'erfolgreiche Durchführung und ausreichend verfügbare Mittel',
    })
    .execute();
  // The catalogue's phases, in the fuller words of the process graphic.
  await tx.deleteFrom('measure_phase').where('measure_id', '=', place.measureId).execute();
  await tx
    .insertInto('measure_phase')
    .values(phases.map(([title, sub_text], index) => ({ ...owner, position: index + 1, title, sub_text })))
    .execute();
  await tx
    .insertInto('measure_referral_target')
    .values(referralTargets.map((name, index) => ({ ...owner, position: index + 1, name })))
    .execute();
  await tx
    .insertInto('measure_indicator')
    .values(indicators.map((text, index) => ({ ...owner, position: index + 1, text })))
    .execute();
}

const needText = [
  'Psychosoziale Belastungen hindern einen Teil der erwerbsfähigen Leistungsberechtigten daran, eine Arbeit aufzunehmen oder zu behalten.',
  'In der laufenden Beratung des Jobcenters werden sie oft nicht erkannt; sie dort zu beheben, fehlt es an Zeit und fachlicher Spezialisierung.',
  'Im Einzelfall braucht es eine fachliche Einschätzung, was die Person leisten kann und welche Hilfe zuerst nötig ist.',
].join(' ');

const serviceText = [
  'Die Case-Manager beraten und begleiten die Leistungsberechtigten fachlich und niedrigschwellig und leisten Hilfe zur Selbsthilfe.',
  'Als Lotsen führen sie in weiterführende Hilfen. Den Kontakt dorthin nehmen die Leistungsberechtigten selbst auf; die Case-Manager unterstützen sie dabei oder begleiten sie.',
  'Angestrebt werden bessere Chancen auf dem Arbeitsmarkt und auch erste Schritte dorthin, nicht allein die Vermittlung in Arbeit.',
].join(' ');

const stepsText = [
  'Am Anfang steht das Vertrauen: Die Case-Manager lernen die Person kennen und erheben ihre psychosozialen Hemmnisse.',
  'Gemeinsam entsteht ein Plan, der die nächsten Schritte festhält.',
  'Danach beraten die Case-Manager selbst oder begleiten in andere Hilfen.',
  'Der Plan wird regelmäßig geprüft und angepasst. Am Ende stehen ein Abschlussgespräch und ein Abschlussbericht, der den Datenschutz wahrt.',
].join(' ');

const phases: readonly (readonly [title: string, subText: string])[] = [
  ['Erstkontakt und Screening', 'Vertrauen aufbauen, bestehende psychosoziale Hemmnisse erheben'],
  ['Strategieplanung', 'Individuellen Bedarf festlegen: Welche nächsten Schritte bauen das Hemmnis ab?'],
  [
    'Umsetzung der vereinbarten Strategie',
    'In weiterführende Hilfen vermitteln oder durch die Case-Manager niedrigschwellig betreuen',
  ],
  [
    'Prüfung der Strategie',
    'Wird der Plan eingehalten, muss er geändert werden? Flankierende Maßnahmen abstimmen',
  ],
  ['Abschlussgespräch mit dem Kunden', 'Weiter motivieren, über den weiteren Weg entscheiden'],
  ['Evaluation der individuellen Maßnahme', 'Individueller Abschlussbericht unter Wahrung des Datenschutzes'],
];

const referralTargets = [
  'Eingliederungshilfe',
  'Psychosoziale Beratungsangebote im Landkreis',
  'Suchtberatung, Schuldnerberatung und Ähnliches',
  'Leistungen der Kranken- und Rentenversicherung',
];

/** Our proposal, chosen from the yearly evaluation of documents.md § 10. */
const indicators = [
  'Eintritte, Austritte und Personen in Betreuung am Jahresende, je Standort',
  'Durchschnittliche Wartezeit und Dauer der Betreuung',
  'Vermittlungen in weiterführende Hilfen, je Hilfesystem',
  'Veränderung der psychosozialen Hemmnisse: abgebaut, verringert, unverändert',
  'Gründe des Austritts, darunter Aufnahme einer Arbeit oder Ausbildung',
];
