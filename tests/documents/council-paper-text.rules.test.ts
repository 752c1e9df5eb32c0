import { describe, expect, test } from 'vitest';
import { evaluate, missingIn, plainText } from '#templates/engine/index';
import { councilPaperInput } from '~/documents/council-paper/print';
import type { CouncilPaperFacts } from '~/documents/council-paper/rules';
import { faultsOfTemplate, readDeliveredTemplate } from '~/documents/templates/files';
import { caseManagerFacts, withPlan } from './facts';

const text = readDeliveredTemplate('beschlussvorlage');
const template = { kind: 'beschlussvorlage', text, version: 0 } as const;

function paper(facts: CouncilPaperFacts) {
  const source = { facts, origin: 'Landkreis Beispiel, 2019', basis: 'Version 1 der Maßnahme' };
  return evaluate(councilPaperInput(source, template, false));
}

/** As people read it: no-break spaces and soft hyphens do not count. */
function words(facts: CouncilPaperFacts): string {
  return plainText(paper(facts)).replaceAll('\u00a0', ' ').replaceAll('\u00ad', '');
}

const estimated = withPlan({ estimateMonthlyCents: 750_000, estimateBasis: 'Vergleichbare Verträge.' });

test('the delivered template has no faults', () => {
  expect(faultsOfTemplate('beschlussvorlage', text)).toEqual([]);
});

test('a misspelt placeholder is named with file, line and name', () => {
  const broken = `---\nversion: 1\n---\n# Titel\n\n{% $massnahme.nam %}\n`;
  expect(faultsOfTemplate('beschlussvorlage', broken)).toMatchObject([
    { file: 'beschlussvorlage.md', line: 6, placeholder: '$massnahme.nam' },
  ]);
});

describe('Case-Manager, as in the source', () => {
  test('nothing is missing: the price is the one allowed gap', () => {
    expect(missingIn(paper(caseManagerFacts))).toEqual([]);
    expect(words(caseManagerFacts)).toContain('Der Preis der Maßnahme ist noch nicht kalkuliert');
  });

  test('the sections come in the order of the outline', () => {
    const headings = paper(caseManagerFacts).blocks.flatMap((block) =>
      block.kind === 'heading' && block.level === 2 ? [block.runs.map((run) => run.text).join('')] : [],
    );
    expect(headings.map((heading) => heading.replace(/^\d+\.\s/, ''))).toEqual([
      'Bezeichnung',
      'Sachverhalt',
      'Kurzprofil der Maßnahme',
      'Evaluation',
      'Finanzierung',
      'Beschlussvorschlag',
    ]);
  });

  test.each([
    ['01.12.2019 – 31.12.2020 (13 Monate)', 'runtime, both days inclusive'],
    ['01.01.2021 – 31.12.2021 (12 Monate)', 'extension option'],
    ['für die Dauer von 13 Monaten', 'the resolution names the term'],
    ['2019 bis zu 100.000,00 €', 'the ceiling of the pot'],
    ['Noch bereitzustellen sind die Mittel für 2020 und 2021 (nur bei Verlängerung)', 'later years'],
    ['§§ 176 ff. SGB III', 'today’s seat of the certificate'],
    ['nicht erforderlich, weil der Landkreis nach § 16a SGB II freiwillig tätig wird', 'no AZAV'],
    ['Eine Verpflichtungsermächtigung ist für diese Ausgabeart nicht vorgesehen (§ 112 Abs. 2 NKomVG)', 'B6'],
    ['Ausschuss für Soziales, Arbeit und Gesundheit', 'the committee that gets the evaluation'],
  ])('says "%s" (%s)', (sentence) => {
    expect(words(caseManagerFacts)).toContain(sentence);
  });

  test('never cites the outdated § 46 SGB III', () => {
    expect(words(caseManagerFacts)).not.toContain('§ 46');
  });

  test('the graphic is read out with all six steps and all four support systems in order', () => {
    const read = words(caseManagerFacts);
    const inOrder = [
      '1. Erstkontakt und Screening',
      '6. Evaluation der individuellen Maßnahme',
      'Case-Manager als Lotse',
      'Eingliederungshilfe',
      'Leistungen der Kranken- und Rentenversicherung',
    ].map((part) => read.indexOf(part));
    expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
    expect(inOrder.every((place) => place >= 0)).toBe(true);
  });
});

describe('with an estimate of 7.500 € a month', () => {
  test('table, text and resolution name the same figures, to the cent', () => {
    const read = words(estimated);
    expect(read).toContain('2019\n1\n7.500,00 €');
    expect(read).toContain('2020\n12\n90.000,00 €');
    expect(read).toContain('2021 (Option)\n12\n90.000,00 €');
    expect(read).toContain('für die Laufzeit 97.500,00 €, einschließlich der Verlängerung 187.500,00 €');
    expect(read).toContain('7.500,00 € im Jahr 2019, 90.000,00 € im Jahr 2020, zusammen 97.500,00 €');
    expect(read).toContain('Bei Ausübung der Verlängerung kommen hinzu: 90.000,00 € im Jahr 2021.');
    expect(read).toContain(
      'Noch bereitzustellen sind 90.000,00 € für 2020 und 90.000,00 € für 2021 (nur bei Verlängerung)',
    );
    expect(read).not.toContain('noch nicht kalkuliert');
  });

  test('2019 is covered by the pot, 2020 and 2021 must be provided', () => {
    const read = words(estimated);
    expect(read).toContain('7.500,00 €\nbis zu 100.000,00 €\n0,00 €\nim Rahmen des Haushaltsansatzes');
    expect(read).toContain('90.000,00 €\nnoch keine\n90.000,00 €\nBereitstellung der Mittel');
  });
});

test('a federal or state budget asks for a commitment authority: configuration, not the paper, decides', () => {
  const facts = { ...estimated, authority: { ...estimated.authority, regime: 'federal' as const } };
  expect(words(facts)).toContain('Verpflichtungsermächtigung im Haushalt auszubringen (§ 38 BHO/LHO)');
});

test('a measure under § 45 SGB III asks for the certificate', () => {
  const legalBases = [{ cited: '§ 16 Abs. 1 SGB II' }, { cited: '§ 45 Abs. 1 SGB III' }];
  const facts = withPlan({ isVoluntaryService: null, legalBases });
  expect(words(facts)).toContain('Der Nachweis ist mit dem Angebot vorzulegen.');
  expect(words(facts)).not.toContain('freiwillig');
});

test('what is not entered stands in the draft as "[fehlt: …]" at its place', () => {
  const facts = withPlan({ needText: null, termEnd: null, paperNo: null, indicators: [] });
  const gaps = missingIn(paper(facts)).map((gap) => gap.replaceAll('\u00a0', ' '));
  expect(gaps).toEqual(
    expect.arrayContaining([
      '[fehlt: Nummer der Vorlage]',
      '[fehlt: Anlass und Bedarf]',
      '[fehlt: Kennzahlen]',
    ]),
  );
});

test.each(['{% if $x %}', '*fett* | a |', '<img onerror=alert(1)>', '{% $massnahme.name %}'])(
  'what was typed appears literally: %s',
  (hostile) => {
    expect(words(withPlan({ needText: hostile, serviceSubject: hostile }))).toContain(hostile);
  },
);
