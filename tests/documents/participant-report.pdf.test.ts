import { describe, expect, test } from 'vitest';
import { renderPdf } from '#templates/engine/index';
import { participantReportInput } from '~/documents/participant-report/paper';
import { readDeliveredTemplate } from '~/documents/templates/files';
import { noAnswers, type Report, type ReportAnswers, type ReportFrame } from '~/reports/report';
import { assertAccessiblePdf } from '../support/pdf-check';
import { structureText } from '../support/pdf-file';
import { hasTool } from '../support/tools';
import { caseManagerFacts } from './facts';

const report: Report = {
  id: 'f0000000-0000-4000-8000-000000000001',
  allocationId: 'f0000000-0000-4000-8000-000000000002',
  kind: 'final',
  no: 0,
  dueOn: '2026-03-29',
  state: 'submitted',
  submittedOn: '2026-03-20',
  acceptedOn: null,
  version: 4,
  firstName: 'Alma',
  lastName: 'Apfelkern',
  measureTitle: 'Case-Manager',
  contractNumber: '2026-031',
  caseworkerName: 'Ina Integration',
  starts: '2026-02-01',
  ends: '2026-07-31',
  exitedOn: '2026-03-15',
  exitReason: 'goalsReached',
  allocationState: 'closing',
  reportsAbsence: false,
  interimMonths: 3,
  reportingDays: 30,
};

const frame: ReportFrame = {
  measureTitle: 'Case-Manager',
  providerName: 'Erste Werkstatt gGmbH',
  contractNumber: '2026-031',
  siteName: 'Zeven',
  purpose: 'Tagesablauf strukturieren',
  agreedGoals: 'Wohnung sichern',
  starts: '2026-02-01',
  until: '2026-03-15',
  exitReason: 'goalsReached',
  contacts: { held: 6, minutes: 285 },
  sessions: null,
  absences: null,
  needs: [
    { key: 'housing', group: 'circumstances', progress: 'better', isRemoved: true, ownView: 'better' },
    { key: 'strain', group: 'capability', progress: 'same', isRemoved: false, ownView: 'worse' },
  ],
  steps: [
    {
      id: 's1',
      goal: 'Miete gesichert',
      step: 'Antrag stellen',
      dueOn: '2026-03-01',
      state: 'done',
      reason: null,
    },
    {
      id: 's2',
      goal: 'Schulden geordnet',
      step: 'Unterlagen sammeln',
      dueOn: '2026-03-10',
      state: 'notDone',
      reason: 'Briefe fehlten',
    },
  ],
  referrals: [{ target: 'debt', day: '2026-02-20', hasArrived: true, isOngoing: true }],
};

const answers: ReportAnswers = {
  ...noAnswers,
  talkWasHeld: true,
  talkOn: '2026-03-13',
  startAndNow: 'Der Tag hat jetzt eine Ordnung.',
  goals: 'Die Miete ist gesichert.',
  whatWorked: 'Feste Termine halfen.',
  nextSteps: 'Bewerbungen schreiben.',
  offers: 'Die Beratungsstelle hat Termine frei.',
  furtherWay: 'Arbeitsuche mit der Fachkraft.',
  help: 'Schuldnerberatung',
  helpIsAvailable: true,
  aftercareUntil: '2026-06-30',
  wasShown: true,
  shownOn: '2026-03-14',
  comment: 'Ich bin zufrieden.',
  copyForPerson: true,
};

function print(
  changes: {
    readonly report?: Partial<Report>;
    readonly frame?: Partial<ReportFrame>;
    readonly answers?: Partial<ReportAnswers>;
  } = {},
  isDraft = false,
): Promise<Buffer> {
  const template = {
    kind: 'abschlussbericht',
    text: readDeliveredTemplate('abschlussbericht'),
    version: 0,
  } as const;
  const facts = {
    authority: caseManagerFacts.authority,
    report: { ...report, ...changes.report },
    frame: { ...frame, ...changes.frame },
    answers: { ...answers, ...changes.answers },
  };
  return renderPdf(participantReportInput(facts, template, { date: '2026-03-20', isDraft }));
}

const read = (pdf: Buffer) =>
  structureText(pdf).join(' ').replaceAll('\u00a0', ' ').replaceAll('\u00ad', '').replace(/\s+/g, ' ');

describe.skipIf(!hasTool('qpdf') || !hasTool('pdfinfo'))('the individual final report (document 9)', () => {
  test('says everything in its order, and no absences where none are reported (P7)', async () => {
    const pdf = await print();
    assertAccessiblePdf(pdf);
    const text = read(pdf);
    const inOrder = [
      'Individueller Abschlussbericht',
      'Alma Apfelkern',
      '01.02.2026 bis 15.03.2026',
      '6 Kontakte, zusammen 4 Stunden und 45 Minuten',
      'Wohnsituation verbessern',
      'behoben',
      'Antrag stellen',
      'nicht erledigt: Briefe fehlten',
      'Schuldnerberatung',
      'ja, dauert an',
      'Ziele erreicht',
      'am 13.03.2026 statt',
      'Der Tag hat jetzt eine Ordnung.',
      'Arbeitsuche mit der Fachkraft.',
      'Schuldnerberatung (erreichbar)',
      '30.06.2026',
      '14.03.2026',
      'Ich bin zufrieden.',
      'Ina Integration',
      'die Person selbst',
      'keine Diagnosen und keine Angaben über Dritte',
    ];
    let from = 0;
    for (const said of inOrder) {
      const at = text.indexOf(said, from);
      expect(at, said).toBeGreaterThanOrEqual(0);
      from = at;
    }
    expect(text).not.toMatch(/Fehlzeiten|Gruppentermine|Empfehlung des Trägers|undefined|null|\[fehlt/);
  });

  test('without a talk it says why; with groups and reported absences it counts them', async () => {
    const text = read(
      await print({
        frame: {
          sessions: { held: 6, attended: 5, caughtUp: 1 },
          absences: { excused: 1, unexcused: 2 },
          steps: [],
          referrals: [],
        },
        answers: {
          talkWasHeld: false,
          noTalkReason: 'Die Person war nicht mehr erreichbar.',
          wasShown: false,
          notShownReason: 'Aus demselben Grund.',
          copyForPerson: false,
        },
      }),
    );
    expect(text).toContain('5 von 6 Terminen, davon 1 nachgeholt');
    expect(text).toContain('1 entschuldigt, 2 unentschuldigt');
    expect(text).toContain('Grund: Die Person war nicht mehr erreichbar.');
    expect(text).toContain('Nicht eröffnet, weil Aus demselben Grund.');
    // What was drafted for a talk that did not take place is not printed.
    expect(text).not.toMatch(/Feste Termine halfen|die Person selbst/);
  });

  test('an interim report recommends and says nothing of an end', async () => {
    const pdf = await print({
      report: { kind: 'interim', no: 2, exitedOn: null, exitReason: null },
      frame: { exitReason: null, steps: [{ ...frame.steps[0]!, state: 'open' }] },
      answers: {
        ...noAnswers,
        standing: 'Es geht voran.',
        stepProgress: { s1: 'stuck' },
        recommendation: 'change',
        recommendationReason: 'Mehr Zeit für die Wohnung.',
      },
    });
    assertAccessiblePdf(pdf);
    const text = read(pdf);
    expect(text).toContain('2. Zwischenbericht');
    expect(text).toContain('stockt');
    expect(text).toContain('Empfehlung des Trägers: anpassen');
    expect(text).not.toMatch(/Abschlussgespräch|Nachbetreuung|Individueller Abschlussbericht/);
  });

  test('hostile words stand as they are, the same facts give the same bytes, the title names nobody', async () => {
    const hostile = '{% if $x %} *fett* | a | <img onerror=alert(1)>';
    const changes = { answers: { goals: hostile, comment: hostile }, report: { lastName: hostile } };
    const pdf = await print(changes);
    assertAccessiblePdf(pdf);
    expect(read(pdf).split(hostile).length - 1).toBe(3);
    expect(await print(changes)).toEqual(pdf);
    const input = participantReportInput(
      { authority: caseManagerFacts.authority, report, frame, answers },
      { kind: 'abschlussbericht', text: '', version: 0 },
      { date: '2026-03-20', isDraft: false },
    );
    expect(JSON.stringify(input.meta)).not.toContain('Apfelkern');
  });

  test('a draft says that it is one', async () => {
    expect(await print({}, true)).not.toEqual(await print());
  });
});
