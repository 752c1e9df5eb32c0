import { describe, expect, test } from 'vitest';
import { renderPdf } from '#templates/engine/index';
import type { Contract, ContractOption } from '~/contracts/contract';
import { extensionInput } from '~/documents/extension/letter';
import { readDeliveredTemplate } from '~/documents/templates/files';
import { someTerms, theOption } from '../contracts/support';
import { assertAccessiblePdf } from '../support/pdf-check';
import { structureText } from '../support/pdf-file';
import { hasTool } from '../support/tools';
import { caseManagerFacts } from './facts';

const id = 'f0000000-0000-4000-8000-000000000001';
const option = (no: number, changes: Partial<ContractOption> = {}): ContractOption => ({
  ...theOption,
  no,
  state: 'exercised',
  wasSuccessful: true,
  successReason: 'Intern: Frau Beispiel war zufrieden.',
  hasFunds: true,
  fundsReason: 'Intern: Rest aus 2020.',
  decidedOn: '2020-09-01',
  decidedBy: 'Vera Beispiel',
  ...changes,
});

function aContract(options: readonly ContractOption[], changes: Partial<Contract> = {}): Contract {
  return {
    ...someTerms({ measureId: id, productId: id, fundingSourceId: id }, { number: '2019-031' }),
    id,
    state: 'signed',
    version: 1,
    runsUntil: '2021-12-31',
    signedOn: '2019-11-25',
    measure: { slug: 'case-manager', title: 'Case-Manager', intake: 'open' },
    measureVersionNo: 1,
    providerName: 'Erste Werkstatt gGmbH',
    options,
    changes: [],
    ...changes,
  };
}

function print(contract: Contract, no: number, isDraft = false): Promise<Buffer> {
  const exercised = contract.options.find((candidate) => candidate.no === no) ?? option(no);
  const template = {
    kind: 'verlaengerung',
    text: readDeliveredTemplate('verlaengerung'),
    version: 0,
  } as const;
  const facts = { authority: caseManagerFacts.authority, contract, option: exercised };
  return renderPdf(extensionInput(facts, template, { date: '2020-09-01', isDraft }));
}

const read = (pdf: Buffer) =>
  structureText(pdf).join(' ').replaceAll('\u00a0', ' ').replaceAll('\u00ad', '').replace(/\s+/g, ' ');

describe.skipIf(!hasTool('qpdf') || !hasTool('pdfinfo'))('the declaration of an option', () => {
  test('says to whom, which option, from when to when, at which price; nothing of our reasons', async () => {
    const pdf = await print(aContract([option(1)]), 1);
    assertAccessiblePdf(pdf);
    const text = read(pdf);
    for (const said of [
      'An Erste Werkstatt gGmbH',
      'der Vertrag 2019-031',
      'läuft vom 01.12.2019 bis zum 31.12.2020',
      'Erklärung bis zum 30.09.2020',
      'Wir üben die Option 1 aus.',
      'vom 01.01.2021 bis zum 31.12.2021',
      'Das sind 12 Monate.',
      '7.500,00 € je Monat',
      'Zeven: 3 Plätze',
    ]) {
      expect(text).toContain(said);
    }
    expect(text).not.toMatch(/Intern|Beispiel war|\[fehlt:|Entwurf|Bedingung im Vertrag|undefined|null/);
  });

  test('of a second option goes on from the first, with its own price and condition', async () => {
    const second = option(2, {
      starts: '2022-01-01',
      ends: '2022-06-30',
      declareBy: '2021-09-30',
      priceCents: 800_000,
      condition: 'erfolgreiche Durchführung',
    });
    const text = read(await print(aContract([option(1), second]), 2));
    expect(text).toContain('läuft vom 01.12.2019 bis zum 31.12.2021');
    expect(text).toContain('vom 01.01.2022 bis zum 30.06.2022; beide Tage zählen mit. Das sind 6 Monate.');
    expect(text).toContain('8.000,00 € je Monat');
    expect(text).toContain('erfolgreiche Durchführung. Wir haben festgestellt, dass sie erfüllt ist.');
  });

  test('text that looks like markup stands there as it is, and the same facts give the same bytes', async () => {
    const hostile = '{% if $x %} *fett* | a | <img onerror=alert(1)>';
    const contract = aContract([option(1, { condition: hostile })], {
      number: hostile,
      providerName: hostile,
      measure: { slug: 'x', title: hostile, intake: 'open' },
      sites: [{ name: hostile, places: null }],
    });
    const pdf = await print(contract, 1);
    assertAccessiblePdf(pdf);
    expect(read(pdf).split(hostile).length - 1).toBeGreaterThanOrEqual(5);
    expect(await print(contract, 1)).toEqual(pdf);
  });

  test('a draft says that it is one', async () => {
    expect(await print(aContract([option(1)]), 1, true)).not.toEqual(await print(aContract([option(1)]), 1));
  });
});
