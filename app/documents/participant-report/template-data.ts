import type { ShapeOf } from '#templates/engine/index';
import { exitReasonNames, progressNames, reportName } from '~/allocation/words';
import type { Authority } from '~/authority/authority';
import { needGroupNames, needLabel } from '~/clients/needs';
import { type Submission, talkPoints } from '~/reports/report';
import {
  arrivalText,
  recommendationNames,
  stepProgressNames,
  stepStateNames,
  talkPointNames,
  targetName,
} from '~/reports/words';
import { formatDay } from '~/values/calendar';

/** Everything a report about a participant is printed from. */
export interface ParticipantReportFacts extends Submission {
  readonly authority: Pick<Authority, 'name' | 'office' | 'isFictional'>;
}

interface ParticipantReportData {
  readonly behoerde: { readonly name: string; readonly istBeispiel: boolean };
  readonly bericht: { readonly titel: string; readonly istAbschluss: boolean; readonly abgegebenAm: string };
  readonly person: { readonly name: string };
  readonly massnahme: { readonly name: string; readonly traeger: string; readonly vertrag: string };
  readonly standort: string | null;
  readonly zeitraum: { readonly von: string; readonly bis: string };
  readonly kontakte: string;
  readonly termine: string | null;
  /** Null where absence is not reported (rule P7). */
  readonly fehlzeiten: string | null;
  readonly anlass: string;
  readonly ziele: string | null;
  readonly bedarfe: readonly {
    readonly gruppe: string;
    readonly bedarf: string;
    readonly fortschritt: string;
    readonly eigeneSicht: string;
  }[];
  readonly schritte: readonly {
    readonly ziel: string;
    readonly schritt: string;
    readonly stand: string;
  }[];
  readonly vermittlungen: readonly {
    readonly hilfe: string;
    readonly tag: string;
    readonly angekommen: string;
  }[];
  readonly abgang: { readonly tag: string | null; readonly grund: string | null };
  readonly gespraech: {
    readonly tag: string | null;
    readonly warumNicht: string | null;
    readonly punkte: readonly { readonly titel: string; readonly text: string }[];
  };
  readonly weiter: {
    readonly entscheidung: string | null;
    readonly hilfe: string | null;
    readonly hilfeErreichbar: string;
    readonly nachbetreuungBis: string | null;
  };
  readonly zwischenstand: string | null;
  readonly empfehlung: string | null;
  readonly empfehlungGrund: string | null;
  readonly datenschutz: {
    readonly eroeffnetAm: string | null;
    readonly warumNichtEroeffnet: string | null;
    readonly anmerkung: string | null;
    readonly empfaenger: readonly string[];
  };
}

/** What the template of the report may use. */
export const participantReportShape: ShapeOf<ParticipantReportData> = {
  behoerde: { name: 'text', istBeispiel: 'flag' },
  bericht: { titel: 'text', istAbschluss: 'flag', abgegebenAm: 'text' },
  person: { name: 'text' },
  massnahme: { name: 'text', traeger: 'text', vertrag: 'text' },
  standort: 'text',
  zeitraum: { von: 'text', bis: 'text' },
  kontakte: 'text',
  termine: 'text',
  fehlzeiten: 'text',
  anlass: 'text',
  ziele: 'text',
  bedarfe: [{ gruppe: 'text', bedarf: 'text', fortschritt: 'text', eigeneSicht: 'text' }],
  schritte: [{ ziel: 'text', schritt: 'text', stand: 'text' }],
  vermittlungen: [{ hilfe: 'text', tag: 'text', angekommen: 'text' }],
  abgang: { tag: 'text', grund: 'text' },
  gespraech: { tag: 'text', warumNicht: 'text', punkte: [{ titel: 'text', text: 'text' }] },
  weiter: { entscheidung: 'text', hilfe: 'text', hilfeErreichbar: 'text', nachbetreuungBis: 'text' },
  zwischenstand: 'text',
  empfehlung: 'text',
  empfehlungGrund: 'text',
  datenschutz: {
    eroeffnetAm: 'text',
    warumNichtEroeffnet: 'text',
    anmerkung: 'text',
    empfaenger: ['text'],
  },
};

export function participantReportData(facts: ParticipantReportFacts): ParticipantReportData {
  const { authority, report, answers, frame } = facts;
  const isFinal = report.kind === 'final';
  const talkWasHeld = answers.talkWasHeld === true;
  return {
    behoerde: { name: authority.name, istBeispiel: authority.isFictional },
    bericht: {
      titel: isFinal ? 'Individueller Abschlussbericht' : reportName(report),
      istAbschluss: isFinal,
      abgegebenAm: report.submittedOn ?? '',
    },
    person: { name: `${report.firstName} ${report.lastName}` },
    massnahme: {
      name: frame.measureTitle,
      traeger: frame.providerName,
      vertrag: frame.contractNumber,
    },
    standort: frame.siteName,
    zeitraum: { von: frame.starts, bis: frame.until },
    kontakte: contactsText(frame.contacts),
    termine: frame.sessions && sessionsText(frame.sessions),
    fehlzeiten:
      frame.absences && `${frame.absences.excused} entschuldigt, ${frame.absences.unexcused} unentschuldigt`,
    anlass: frame.purpose,
    ziele: frame.agreedGoals,
    bedarfe: frame.needs.map(({ group, key, progress, ownView, isRemoved }) => ({
      gruppe: needGroupNames[group],
      bedarf: needLabel(key),
      fortschritt: isRemoved ? 'behoben' : progress ? progressNames[progress] : 'keine Angabe',
      eigeneSicht: ownView ? progressNames[ownView] : 'keine Angabe',
    })),
    schritte: frame.steps.map(({ id, goal, step, state, reason }) => {
      const how = answers.stepProgress[id];
      const standing = state === 'open' && how ? stepProgressNames[how] : stepStateNames[state];
      return { ziel: goal, schritt: step, stand: reason ? `${standing}: ${reason}` : standing };
    }),
    vermittlungen: frame.referrals.map(({ target, day, ...arrival }) => ({
      hilfe: targetName(target),
      tag: formatDay(day),
      angekommen: arrivalText(arrival),
    })),
    abgang: {
      tag: report.exitedOn,
      grund: frame.exitReason && exitReasonNames[frame.exitReason],
    },
    gespraech: {
      tag: talkWasHeld ? answers.talkOn : null,
      warumNicht: talkWasHeld ? null : answers.noTalkReason,
      punkte: talkPoints.flatMap((point) => {
        const text = talkWasHeld ? answers[point] : null;
        return text === null ? [] : [{ titel: talkPointNames[point], text }];
      }),
    },
    weiter: {
      entscheidung: answers.furtherWay,
      hilfe: answers.help,
      hilfeErreichbar: answers.helpIsAvailable ? 'erreichbar' : 'zurzeit nicht erreichbar',
      nachbetreuungBis: answers.aftercareUntil,
    },
    zwischenstand: answers.standing,
    empfehlung: answers.recommendation && recommendationNames[answers.recommendation],
    empfehlungGrund: answers.recommendationReason,
    datenschutz: {
      eroeffnetAm: answers.wasShown ? answers.shownOn : null,
      warumNichtEroeffnet: answers.wasShown === false ? answers.notShownReason : null,
      anmerkung: answers.comment,
      // Fixed by rule P5: whoever is in charge, and the person if wanted; nobody else.
      empfaenger: [
        `${report.caseworkerName}, ${authority.name}`,
        ...(answers.copyForPerson ? ['die Person selbst'] : []),
      ],
    },
  };
}

/** "12 Gespräche und Kontakte, zusammen 9 Stunden und 30 Minuten" */
function contactsText({ held, minutes }: { readonly held: number; readonly minutes: number }): string {
  if (held === 0) return 'keine eingetragen';
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [
    ...(hours > 0 ? [hours === 1 ? '1 Stunde' : `${hours} Stunden`] : []),
    ...(rest > 0 ? [rest === 1 ? '1 Minute' : `${rest} Minuten`] : []),
  ];
  return `${held === 1 ? '1 Kontakt' : `${held} Kontakte`}, zusammen ${parts.join(' und ')}`;
}

/** "5 von 6 Terminen, davon 1 nachgeholt" */
function sessionsText({
  held,
  attended,
  caughtUp,
}: {
  readonly held: number;
  readonly attended: number;
  readonly caughtUp: number;
}): string {
  const caught = caughtUp === 0 ? '' : `, davon ${caughtUp} nachgeholt`;
  return `${attended} von ${held} ${held === 1 ? 'Termin' : 'Terminen'}${caught}`;
}
