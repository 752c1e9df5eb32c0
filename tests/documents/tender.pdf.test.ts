import { describe, expect, test } from 'vitest';
import { evaluate, plainText, renderPdf } from '#templates/engine/index';
import type { PaperFacts } from '~/documents/tender/participation';
import { type TenderKind, tenderInput, tenderKinds } from '~/documents/tender/print';
import { releaseChanges } from '~/documents/tender/rules/changes';
import { emptyContent } from '~/portfolio/content';
import { scoringMethods } from '~/procurement/preparation/parts';
import { tenderGaps } from '~/procurement/rules/gaps';
import { assertAccessiblePdf } from '../support/pdf-check';
import { pageTexts, structureText } from '../support/pdf-file';
import { hasTool } from '../support/tools';
import {
  caseManagerTenderFacts,
  deliveredTemplates,
  noSecrets,
  promotionFacts,
  withPart,
  withProfile,
} from './tender-facts';

const date = '2019-09-01';

function input(kind: TenderKind, facts: PaperFacts, isDraft = false) {
  return tenderInput(kind, facts, deliveredTemplates, { date, isDraft, basis: 'Version 1 der Maßnahme' });
}

/** The words of a paper, with plain spaces. */
function words(kind: TenderKind, facts: PaperFacts = caseManagerTenderFacts): string {
  return plainText(evaluate(input(kind, facts))).replaceAll('\u00a0', ' ');
}

function readOut(pdf: Buffer): string {
  return structureText(pdf).join(' ').replaceAll('\u00a0', ' ').replace(/\s+/g, ' ');
}

const hostile = '{% if $x %} *fett* | a | <img onerror=alert(1)> {% $kontakt.stelle %}';

/** Every text a person can type, hostile. */
function hostileFacts(): PaperFacts {
  const { parts, plan } = caseManagerTenderFacts;
  return {
    ...withProfile({ targetCriteria: [hostile], modules: [hostile], contactRhythm: hostile }),
    measure: { slug: 'feindlich', title: hostile },
    plan: {
      ...plan,
      serviceText: hostile,
      targetGroup: hostile,
      roomsText: hostile,
      sites: [{ name: hostile, places: null }],
    },
    parts: {
      ...parts,
      lots: {
        ...parts.lots,
        lots: parts.lots.lots.slice(0, 1).map((lot) => ({ ...lot, title: hostile, site: hostile })),
      },
      criteria: {
        criteria: parts.criteria.criteria.map((criterion) => ({
          ...criterion,
          title: hostile,
          expectation: hostile,
        })),
      },
      suitability: { ...parts.suitability, proofs: [{ text: hostile, due: 'withBid' }] },
      contract: { ...parts.contract, contactOffice: hostile, dataCategories: hostile },
    },
  };
}

describe.skipIf(!hasTool('qpdf') || !hasTool('pdfinfo'))('tender papers as files', () => {
  test.each(tenderKinds)('%s of Case-Manager is accessible and archivable', async (kind) => {
    assertAccessiblePdf(await renderPdf(input(kind, caseManagerTenderFacts)));
  });

  test.each(tenderKinds)('%s of a § 45 measure, and as a draft with gaps', async (kind) => {
    assertAccessiblePdf(await renderPdf(input(kind, promotionFacts())));
    const gaps = withPart('staff', { staffing: [], reports: [] }, withPart('lots', { lots: [] }));
    const empty = { ...gaps, plan: { ...gaps.plan, termEnd: null, phases: [], sites: [], legalBases: [] } };
    assertAccessiblePdf(await renderPdf(input(kind, empty, true)));
  });

  test('texts that look like markup stand in every paper as they were typed', async () => {
    const pdf = await renderPdf(input('vergabeunterlagen', hostileFacts()));
    assertAccessiblePdf(pdf);
    expect(readOut(pdf).split(hostile).length - 1).toBeGreaterThan(20);
  });

  test('the set names the page of each paper, and every page what it was made from', async () => {
    const pages = pageTexts(await renderPdf(input('vergabeunterlagen', caseManagerTenderFacts)));
    const contents = (pages[1] ?? '').replace(/\s+/g, ' ');
    for (const title of [
      'Leistungsbeschreibung',
      'Bewertungsmatrix',
      'Preisblatt',
      'Eignung und Eigenerklärung',
      'Vertragsentwurf',
    ]) {
      const page = pages.findIndex((text) => new RegExp(`^\\s*${title}: Case-Manager\\s*$`, 'm').test(text));
      expect(contents).toContain(`${title}: Case-Manager ${page + 1}`);
    }
    expect(pages.every((text) => text.includes('Version 1 der Maßnahme'))).toBe(true);
  });

  test('the same facts give the same bytes', async () => {
    const once = await renderPdf(input('vergabeunterlagen', caseManagerTenderFacts));
    expect(await renderPdf(input('vergabeunterlagen', caseManagerTenderFacts))).toEqual(once);
  });
});

describe('what the papers of Case-Manager say', () => {
  const all = words('vergabeunterlagen');

  test('13 months and 12 months of extension, declared by 30.09.2020, in each paper alike', () => {
    for (const kind of ['leistungsbeschreibung', 'vertrag'] as const) {
      expect(words(kind)).toContain('13 Monate');
      expect(words(kind)).toContain('30.09.2020');
    }
    expect(words('vertrag')).toContain('01.01.2021 – 31.12.2021 (12 Monate)');
    expect(all).not.toMatch(/\b14 Monate|\b25 Monate/);
  });

  test('quantities are the same in specification, price sheet and contract', () => {
    for (const kind of ['leistungsbeschreibung', 'preisblatt', 'vertrag'] as const) {
      expect(words(kind).match(/20 Plätze/g)?.length, kind).toBeGreaterThan(0);
      expect(words(kind).match(/15 Plätze/g)?.length, kind).toBeGreaterThan(1);
    }
    expect(words('preisblatt')).toContain('Preis × 20 × 13');
    expect(words('preisblatt')).toContain('Preis × 15 × 12');
  });

  test('weights make 100 %, points 300, and the formula is the one that was chosen', () => {
    const matrix = words('bewertungsmatrix');
    expect(matrix).toContain('100 %\n300');
    expect(matrix).toContain('Wertungspunkte = 700 × L ÷ 300 + 300 × Pmin ÷ P.');
    expect(matrix.match(/\b3 Punkte\b/g)).toHaveLength(7);
  });

  test('no estimate, no other authority, no certificate, no legal consequence, no outdated norm', () => {
    expect(all).not.toMatch(/AZAV|§§? ?17[6-9]|Trägerzulassung/);
    expect(all).not.toMatch(/§ 46|Rechtsfolgen|Sanktion|Leistungsminderung/);
    expect(all).not.toMatch(/Schätz|100\.000|187\.500|97\.500/);
    expect(all).not.toContain('[fehlt');
    expect(all).toContain('Fehlzeiten einzelner Personen werden nicht gemeldet');
  });

  test('example values say that they are', () => {
    expect(all).toContain('Die Mengen sind Beispielwerte');
    expect(all).toContain('Die Angaben zum Personal sind Beispielwerte');
  });
});

describe('what one participation is, for bidders who must calculate', () => {
  const training = withProfile({
    targetCriteria: ['langzeitarbeitslos'],
    modules: ['Aktivitätenplanung'],
    individualDuration: {
      typicalMonths: 2,
      minMonths: 1,
      maxMonths: null,
      attendanceDays: 6,
      note: '6 Termine à 4 Stunden',
    },
    contactRhythm: 'in der Regel 45 min alle 2 Wochen',
    phases: [
      { name: 'Auftakt', duration: '3 Wochen', content: null },
      { name: 'Abschluss', duration: null, content: null },
    ],
    portal: {
      sessions: { count: 6, hours: 4, groupSize: 12 },
      weekly: { min: 20, max: 25, unit: 'hours' },
      attendance: { areMissedDaysAppended: true },
      runs: [{ name: 'Herbst', from: '2019-10-01', to: '2019-12-20', places: 12 }],
    },
  });

  test('the specification says what was entered, and nothing of what was not', () => {
    const paper = words('leistungsbeschreibung', training);
    for (const text of [
      'langzeitarbeitslos',
      'Aktivitätenplanung',
      'in der Regel 2 Monate, mindestens 1 Monat',
      '6; versäumte Tage werden angehängt',
      '6 Termine zu je 4 Stunden, 12 Personen je Gruppe',
      '20 bis 25 Stunden',
      'alle 2 Wochen, 45 Minuten',
      'Dauer „Auftakt“',
      '3 Wochen',
      'Durchgang „Herbst“',
      '01.10.2019 – 20.12.2019, 12 Plätze',
    ]) {
      expect(paper).toContain(text);
    }
    expect(paper).not.toContain('Dauer „Abschluss“');
  });

  test.each([['no profile', caseManagerTenderFacts] as const, ['a silent one', withProfile({})] as const])(
    '%s: no line and no heading',
    (_, facts) => {
      const paper = words('leistungsbeschreibung', facts);
      expect(paper).not.toMatch(/Umfang einer Teilnahme|Kriterien der Zielgruppe|Module:/);
    },
  );

  test('what was read from the words stands where nothing was entered', () => {
    const { individualDuration } = emptyContent('x', 'X');
    const note = '6 Termine à 4 Stunden';
    const paper = words(
      'leistungsbeschreibung',
      withProfile({ individualDuration: { ...individualDuration, note }, weeklyHours: 'Teilzeit' }),
    );
    expect(paper).toContain('6 Termine zu je 4 Stunden');
    expect(paper).toContain('Teilzeit');
    expect(paper).not.toContain(note);
  });

  test('the price sheet says what a session is, where sessions are priced', () => {
    const said = 'Ein Termin dauert 4 Stunden, eine Gruppe hat 12 Personen.';
    const lots = training.parts.lots.lots.map((lot) => ({ ...lot, unit: 'session' as const }));
    const priced = { ...training, parts: withPart('lots', { lots }).parts };
    expect(words('preisblatt', priced)).toContain(said);
    expect(words('preisblatt', training)).not.toContain(said);
  });

  test('the profile’s papers are accessible', async () => {
    if (!hasTool('qpdf') || !hasTool('pdfinfo')) return;
    assertAccessiblePdf(await renderPdf(input('leistungsbeschreibung', training)));
  });

  test('a profile that changes makes a released set outdated; a silent one does not', () => {
    expect(releaseChanges(caseManagerTenderFacts, withProfile({}), [])).toEqual([]);
    expect(releaseChanges(caseManagerTenderFacts, training, [])).toEqual([
      { label: 'Umfang einer Teilnahme' },
    ]);
  });
});

test('lots and guidance to other help are spoken of only where there are some', () => {
  const paper = words('leistungsbeschreibung');
  expect(paper).toContain('mehrere oder alle Lose');
  expect(paper).toContain('Lotsenfunktion');
  const lots = caseManagerTenderFacts.parts.lots.lots.slice(0, 1);
  const single = words('leistungsbeschreibung', withPart('lots', { lots }, promotionFacts()));
  expect(single).not.toMatch(/alle Lose|Lotsenfunktion/);
});

test('a norm that another basis names already stands once', () => {
  const facts = promotionFacts();
  const legalBases = [{ cited: '§ 16 Abs. 1 SGB II i. V. m. § 45 SGB III' }];
  const paper = words('eignung', { ...facts, plan: { ...facts.plan, legalBases } });
  expect(paper).toContain('(§ 16 Abs. 1 SGB II i. V. m. § 45 SGB III)');
});

describe('what the papers of a § 45 measure say', () => {
  test('the certificate is asked for with today’s norm, and absence is recorded', () => {
    const paper = words('eignung', promotionFacts());
    expect(paper).toContain('§§ 176 ff. SGB III');
    expect(paper).toContain('AZAV-Zertifikat');
    expect(words('leistungsbeschreibung', promotionFacts())).toContain('Anwesenheit wird nach den Vorgaben');
    expect(words('vertrag', promotionFacts())).toContain('Eine Verlängerung ist nicht vorgesehen.');
  });

  test('an outdated basis is a gap and is never printed', () => {
    const facts = promotionFacts();
    const old = { ...facts, plan: { ...facts.plan, legalBases: [{ cited: '§ 46 SGB III (a. F.)' }] } };
    expect(tenderGaps(old, noSecrets, date)).toMatchObject([{ field: 'legalBases.0.cited' }]);
    expect(words('vergabeunterlagen', old)).not.toContain('§ 46');
    expect(words('vergabeunterlagen', old)).toContain('[fehlt: Rechtsgrundlage]');
  });
});

test.each(scoringMethods)('the method %s prints a formula without gaps', (method) => {
  const facts = withPart('evaluation', {
    method,
    qualityPercent: 70,
    tolerancePercent: 5,
    decider: 'quality',
    zeroPointPercent: 200,
    referencePoints: 240,
    referencePriceCents: 18_000_000,
  });
  expect(words('bewertungsmatrix', facts)).not.toContain('[fehlt');
});

test('premiums are summed once and stand in price sheet and contract', () => {
  const facts = withPart('price', {
    premiums: [
      { reason: 'Aufnahme einer Arbeit', amountCents: 50_000, assumedCount: 12, proof: 'Arbeitsvertrag' },
      { reason: 'Stabile Arbeit nach sechs Monaten', amountCents: 25_050, assumedCount: 4, proof: null },
    ],
  });
  const sheet = words('preisblatt', facts);
  expect(sheet).toContain('6.000,00 €');
  expect(sheet).toContain('1.002,00 €');
  expect(sheet).toContain('7.002,00 €');
  expect(words('vertrag', facts)).toContain('250,50 €');
});

test('a fixed price stands where the bidder would have entered one', () => {
  const lots = caseManagerTenderFacts.parts.lots.lots.map((lot) => ({ ...lot, fixedPriceCents: 42_000 }));
  const facts = withPart(
    'evaluation',
    { method: 'fixedPrice', priceBasis: null },
    withPart('lots', { lots }),
  );
  expect(words('preisblatt', facts).match(/420,00 €/g)).toHaveLength(6);
  expect(words('preisblatt', facts)).not.toContain('Preis in Euro');
});
