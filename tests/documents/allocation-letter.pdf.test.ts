import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { renderPdf } from '#templates/engine/index';
import { allocationLetterInput, breaksA19 } from '~/documents/allocation-letter/letter';
import type { AllocationLetterFacts } from '~/documents/allocation-letter/template-data';
import { faultsOfTemplate, readDeliveredTemplate } from '~/documents/templates/files';
import { legalBasisSettingOn } from '~/eligibility/legal-basis-settings';
import { readLegalBasis } from '~/portfolio/legal-basis';
import { assertAccessiblePdf } from '../support/pdf-check';
import { structureText } from '../support/pdf-file';
import { hasTool } from '../support/tools';

const delivered = readDeliveredTemplate('zuweisung');

function facts(
  legalBasis: string,
  about: Partial<Extract<AllocationLetterFacts['about'], { kind: 'allocation' }>> = {},
): AllocationLetterFacts {
  return {
    authority: { name: 'Landkreis Musterland (Beispiel)', office: 'Jobcenter', isFictional: true },
    person: {
      name: 'Edda Kornblume',
      customerNumber: '123A456789',
      addressLines: ['Beispielweg 4', '12345 Musterstadt'],
    },
    responsibleName: 'Ina Friedrichs',
    measure: {
      title: 'Case-Manager',
      legalBases: [legalBasis],
      setting: legalBasisSettingOn([readLegalBasis(legalBasis)], '2026-03-02'),
    },
    about: {
      kind: 'allocation',
      reason: 'Sie möchten Ihren Tagesablauf ordnen und suchen Hilfe bei der Wohnungssuche.',
      starts: '2026-03-16',
      ends: '2026-08-31',
      providerName: 'Brückenbau Soziale Dienste gGmbH (Beispiel)',
      site: 'Zeven',
      groupName: null,
      venueLines: [
        'Am Markt 1, 12345 Musterstadt',
        'Bus 3 bis Markt, stufenloser Eingang',
        'Telefon 01234 567',
      ],
      firstAppointment: 'Montag, 16.03.2026, 9:00 Uhr',
      disclosed: ['Ihren Namen: Edda Kornblume', 'worum es geht: Hilfe im Alltag'],
      ...about,
    },
  };
}

const waiting = (legalBasis: string): AllocationLetterFacts => ({
  ...facts(legalBasis),
  about: { kind: 'waiting', since: '2026-02-20', site: 'Zeven' },
});

const print = (letter: AllocationLetterFacts, text = delivered) =>
  renderPdf(allocationLetterInput(letter, { text }, '2026-03-02'));

const read = (pdf: Buffer) =>
  structureText(pdf).join(' ').replaceAll('\u00a0', ' ').replaceAll('\u00ad', '').replace(/\s+/g, ' ');

const threats = /Rechtsfolge|Leistungsminderung|§ ?31|gemindert/;

describe.skipIf(!hasTool('qpdf') || !hasTool('pdfinfo'))('the allocation letter', () => {
  test('says who, what, why, where, when and what the provider gets to know', async () => {
    const pdf = await print(facts('§ 16a Nr. 3 SGB II'));
    if (process.env.KEEP_PAPERS) {
      mkdirSync(process.env.KEEP_PAPERS, { recursive: true });
      writeFileSync(`${process.env.KEEP_PAPERS}/zuweisung.pdf`, pdf);
    }
    assertAccessiblePdf(pdf);
    const text = read(pdf);
    for (const said of [
      'Zuweisung zur Maßnahme „Case-Manager“',
      'Edda Kornblume',
      'Beispielweg 4',
      '12345 Musterstadt',
      'Ihre Kundennummer: 123A456789',
      'Sie möchten Ihren Tagesablauf ordnen',
      '16.03.2026',
      '31.08.2026 (5 Monate und 16 Tage)',
      'Brückenbau Soziale Dienste gGmbH',
      'Bus 3 bis Markt',
      'Montag, 16.03.2026, 9:00 Uhr',
      'worum es geht: Hilfe im Alltag',
      'Sind Sie krank oder verhindert',
      'Rechtsgrundlage: § 16a Nr. 3 SGB II',
      'Die Teilnahme ist freiwillig.',
      'Das Wichtigste kurz',
      'persönlich',
      'Ina Friedrichs',
    ]) {
      expect(text).toContain(said);
    }
    expect(text).not.toMatch(/\[fehlt:|undefined|null|Entwurf|Warteliste/);
    expect(text).not.toMatch(threats);
  });

  test('is handed over where there is no address, and the provider calls where there is no appointment', async () => {
    const letter = facts('§ 16a Nr. 3 SGB II', { firstAppointment: null, venueLines: [] });
    const text = read(await print({ ...letter, person: { ...letter.person, addressLines: [] } }));
    expect(text).toContain('Persönlich übergeben');
    expect(text).toContain('Der Träger meldet sich bei Ihnen.');
    expect(text).not.toMatch(/Beispielweg|Anschrift und Kontakt|\[fehlt:/);
  });

  test.each(['§ 45 SGB III', '§ 16 Abs. 1 SGB II i. V. m. § 45 SGB III'])(
    '%s: carries the block of the authority',
    async (basis) => {
      const text = read(await print(facts(basis)));
      expect(text).toContain('Hinweis zu den Rechtsfolgen');
      expect(text).toContain('§§ 31 bis 31b SGB II');
      expect(text).not.toContain('freiwillig ist');
      expect(text).not.toContain('Die Teilnahme ist freiwillig');
    },
  );

  test.each(['§ 16a Nr. 3 SGB II', '§ 16k SGB II', 'Satzung des Kreises'])(
    '%s: no notice of consequences, neither in the letter nor on the waiting list',
    async (basis) => {
      expect(read(await print(facts(basis)))).not.toMatch(threats);
      expect(read(await print(waiting(basis)))).not.toMatch(threats);
    },
  );

  test('an edited template that carries the block into § 16a is found before it is printed, and when it is saved', () => {
    for (const block of [
      'Bei Nichterscheinen treten Rechtsfolgen ein.',
      'Es droht eine Leistungsminderung.',
      'Siehe § 31 SGB II.',
    ]) {
      const text = `${delivered}\n\n${block}\n`;
      const voluntary = facts('§ 16a Nr. 3 SGB II');
      expect(breaksA19(voluntary, allocationLetterInput(voluntary, { text }, '2026-03-02')), block).toBe(
        true,
      );
      expect(faultsOfTemplate('zuweisung', text), block).toMatchObject([{ file: 'zuweisung.md' }]);
      const activation = facts('§ 45 SGB III');
      expect(breaksA19(activation, allocationLetterInput(activation, { text }, '2026-03-02')), block).toBe(
        false,
      );
    }
    expect(faultsOfTemplate('zuweisung', delivered)).toEqual([]);
    const always = delivered.replace('{% if $recht.mitRechtsfolgen %}', '{% if $massnahme.name %}');
    expect(faultsOfTemplate('zuweisung', always)).toHaveLength(1);
  });

  test('to somebody who waits promises no rank and no day', async () => {
    const pdf = await print(waiting('§ 16a Nr. 3 SGB II'));
    assertAccessiblePdf(pdf);
    const text = read(pdf);
    expect(text).toContain('Wir haben Sie am 20.02.2026 auf die Warteliste gesetzt.');
    expect(text).toContain('Standort Zeven');
    expect(text).toContain('melden wir uns bei Ihnen');
    expect(text).not.toMatch(/Stelle \d|Rang|Nummer \d|Was der Träger|Rechtlicher Hinweis|\[fehlt:/);
  });

  test('text that looks like markup stands there as it is, and the same facts give the same bytes', async () => {
    const hostile = '{% if $x %} *fett* | a | <img onerror=alert(1)>';
    const letter = facts('§ 45 SGB III', {
      reason: hostile,
      site: hostile,
      venueLines: [hostile],
      firstAppointment: hostile,
      disclosed: [hostile],
    });
    const pdf = await print(letter);
    assertAccessiblePdf(pdf);
    expect(read(pdf).split(hostile).length - 1).toBeGreaterThanOrEqual(6);
    expect(await print(letter)).toEqual(pdf);
  });
});
