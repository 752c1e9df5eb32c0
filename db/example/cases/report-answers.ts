import { dropOutReasons } from '~/allocation/allocation';
import { noAnswers } from '~/reports/report';
import { monthsAfter } from '~/eligibility/rules/reviews';
import type { Draws } from '../random';
import type { Participation } from './participation';

/**
 * What a report says beyond the records: the closing talk with its five points (rule X7),
 * and that the person was shown it (rule P6). No diagnoses, no third persons (rule P5).
 * Contacts, steps and progress are read from the records.
 */
export function answersOf(
  draws: Draws,
  { exit, service }: Participation,
  kind: 'interim' | 'final',
): { readonly answers: object; readonly frame: null } {
  if (kind === 'interim' || !exit) {
    const standing = 'Beispiel: Die Termine werden wahrgenommen, zwei Schritte sind getan.';
    return { answers: { ...noAnswers, standing, recommendation: 'goOn' }, frame: null };
  }
  if (dropOutReasons.includes(exit.reason)) {
    const whyNot = 'Beispiel: Die Person war zuletzt nicht mehr zu erreichen.';
    return {
      answers: {
        ...noAnswers,
        talkWasHeld: false,
        noTalkReason: whyNot,
        furtherWay: 'Beispiel: Das Jobcenter lädt zu einem Gespräch ein.',
        wasShown: false,
        notShownReason: whyNot,
        copyForPerson: false,
      },
      frame: null,
    };
  }
  return {
    answers: {
      ...noAnswers,
      talkWasHeld: true,
      talkOn: exit.on,
      startAndNow: 'Beispiel: Zu Beginn fehlte ein fester Tagesablauf, heute gibt es ihn.',
      goals: 'Beispiel: Die vereinbarten Ziele sind überwiegend erreicht.',
      whatWorked: 'Beispiel: Feste Termine und Begleitung bei Wegen haben geholfen.',
      nextSteps: 'Beispiel: Beratung fortsetzen, Bewerbung vorbereiten.',
      offers: 'Beispiel: Die Beratungsstelle hat einen Termin zugesagt.',
      furtherWay: draws.pick(furtherWays),
      help: service.isComponent ? null : 'Psychosoziale Beratung',
      helpIsAvailable: service.isComponent ? null : draws.chance(80),
      aftercareUntil: draws.chance(40) ? monthsAfter(exit.on, 2) : null,
      wasShown: true,
      shownOn: exit.on,
      copyForPerson: draws.chance(60),
    },
    frame: null,
  };
}

const furtherWays = [
  'Beispiel: Die Person geht mit dem Jobcenter den nächsten Schritt allein.',
  'Beispiel: Eine Maßnahme zur Erprobung der Belastbarkeit schließt an.',
  'Beispiel: Die Person bewirbt sich und bleibt in der Beratung.',
];
