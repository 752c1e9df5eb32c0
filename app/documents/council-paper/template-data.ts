import type { Missing } from '#templates/engine/document';
import { missing } from '#templates/engine/document';
import type { ShapeOf } from '#templates/engine/shape';
import { describeTerm, formatDay, formatPeriod } from '~/values/calendar';
import { isMunicipalService, readLegalBases } from '~/portfolio/legal-basis';
import type { FinancingData } from './financing-text';
import { financingData } from './financing-text';
import { resolutionSentences } from './resolution';
import { azavOfPaper, type CouncilPaperFacts } from './rules';

/** A text of the paper, or the mark for what nobody has entered yet. */
type Entry = string | Missing;

/** The placeholders of `templates/beschlussvorlage.md`, in German because administrators edit it. */
export interface CouncilPaperData {
  readonly vorlage: {
    readonly nummer: Entry;
    readonly datum: Entry;
    readonly aktenzeichen: string | null;
    readonly bereich: Entry;
    readonly bezeichnung: Entry;
  };
  readonly behoerde: {
    readonly name: Entry;
    readonly amt: Entry;
    readonly unterzeichner: Entry;
    readonly beratungsfolgeFehlt: Entry;
    readonly istBeispiel: boolean;
  };
  readonly beratungsfolge: readonly {
    readonly gremium: string;
    readonly sitzung: Entry;
    readonly oeffentlichkeit: string;
    readonly aufgabe: string;
  }[];
  readonly massnahme: {
    readonly name: string;
    readonly herkunft: string;
    readonly gegenstand: Entry;
    readonly zielgruppe: Entry;
  };
  readonly recht: {
    readonly grundlage: Entry;
    readonly istKommunaleLeistung: boolean;
    readonly istFreiwillig: boolean;
  };
  readonly anlass: readonly Entry[];
  readonly leistung: readonly Entry[];
  readonly ablauf: readonly Entry[];
  readonly standorte: readonly string[];
  readonly standortText: Entry;
  readonly raeume: readonly Entry[];
  readonly bedarf: Entry;
  readonly zulassung: {
    readonly erforderlich: boolean;
    readonly nichtErforderlich: boolean;
    readonly grundlage: string;
    readonly offen: Entry | null;
  };
  readonly laufzeit: { readonly zeitraum: Entry; readonly dauer: Entry };
  readonly optionen: readonly { readonly name: string; readonly zeitraum: string; readonly dauer: string }[];
  readonly keineOption: Entry;
  readonly evaluation: { readonly gremium: Entry; readonly kennzahlen: readonly Entry[] };
  readonly finanzierung: FinancingData;
  readonly beschluss: readonly Entry[];
}

/** Which placeholders a template may use; the compiler asks for a line when a field is added. */
export const councilPaperShape: ShapeOf<CouncilPaperData> = {
  vorlage: { nummer: 'text', datum: 'text', aktenzeichen: 'text', bereich: 'text', bezeichnung: 'text' },
  behoerde: {
    name: 'text',
    amt: 'text',
    unterzeichner: 'text',
    beratungsfolgeFehlt: 'text',
    istBeispiel: 'flag',
  },
  beratungsfolge: [{ gremium: 'text', sitzung: 'text', oeffentlichkeit: 'text', aufgabe: 'text' }],
  massnahme: { name: 'text', herkunft: 'text', gegenstand: 'text', zielgruppe: 'text' },
  recht: { grundlage: 'text', istKommunaleLeistung: 'flag', istFreiwillig: 'flag' },
  anlass: ['text'],
  leistung: ['text'],
  ablauf: ['text'],
  standorte: ['text'],
  standortText: 'text',
  raeume: ['text'],
  bedarf: 'text',
  zulassung: { erforderlich: 'flag', nichtErforderlich: 'flag', grundlage: 'text', offen: 'text' },
  laufzeit: { zeitraum: 'text', dauer: 'text' },
  optionen: [{ name: 'text', zeitraum: 'text', dauer: 'text' }],
  keineOption: 'text',
  evaluation: { gremium: 'text', kennzahlen: ['text'] },
  finanzierung: {
    einleitung: 'text',
    jahre: [
      {
        jahr: 'text',
        monate: 'text',
        bedarf: 'text',
        verfuegbar: 'text',
        bereitzustellen: 'text',
        bedingung: 'text',
      },
    ],
    absaetze: ['text'],
  },
  beschluss: ['text'],
};

/**
 * Everything the council paper prints, as finished German texts.
 *
 * Each figure comes from one place (`fundingPlanOf`, the dates of the plan), so
 * that text, table and resolution cannot differ (documents.md § 1, check).
 */
export function councilPaperData(facts: CouncilPaperFacts, origin: string): CouncilPaperData {
  const { plan, authority, measure } = facts;
  const azav = azavOfPaper(facts);
  const citations = plan.legalBases.map(({ cited }) => cited);
  return {
    vorlage: {
      nummer: entered(plan.paperNo, 'Nummer der Vorlage'),
      datum: day(plan.paperDate, 'Datum der Vorlage'),
      aktenzeichen: plan.fileRef,
      bereich: entered(plan.department, 'Fachbereich'),
      bezeichnung: entered(plan.subject, 'Bezeichnung'),
    },
    behoerde: {
      name: entered(authority.name, 'Name der Behörde'),
      amt: entered(authority.office, 'Amt'),
      unterzeichner: entered(authority.signatureRole, 'Funktion der unterzeichnenden Person'),
      beratungsfolgeFehlt: missing('Beratungsfolge'),
      istBeispiel: authority.isFictional,
    },
    beratungsfolge: authority.committees.map((committee) => ({
      gremium: committee.name,
      sitzung: day(
        plan.meetings.find(({ committeeId }) => committeeId === committee.id)?.meetingDate ?? null,
        `Sitzung: ${committee.name}`,
      ),
      oeffentlichkeit: committee.isPublic ? 'öffentlich' : 'nicht öffentlich',
      aufgabe: committee.task === 'decides' ? 'entscheidet' : 'berät',
    })),
    massnahme: {
      name: measure.title,
      herkunft: origin,
      gegenstand: entered(plan.serviceSubject, 'Leistungsgegenstand'),
      zielgruppe: entered(plan.targetGroup, 'Zielgruppe'),
    },
    recht: {
      grundlage: citations.length > 0 ? citations.join(', ') : missing('Rechtsgrundlage'),
      istKommunaleLeistung: isMunicipalService(readLegalBases(plan.legalBases)),
      istFreiwillig: plan.isVoluntaryService === true,
    },
    anlass: paragraphs(plan.needText, 'Anlass und Bedarf'),
    leistung: paragraphs(plan.serviceText, 'Inhalt der Leistung'),
    ablauf: paragraphs(plan.stepsText, 'Ablauf'),
    standorte: plan.sites.map(({ name }) => name),
    standortText: plan.sites.length > 0 ? plan.sites.map(siteText).join(', ') : missing('Standorte'),
    raeume: paragraphs(plan.roomsText, 'Räume'),
    bedarf: demandText(facts),
    zulassung: {
      erforderlich: azav.required === true,
      nichtErforderlich: azav.required === false,
      grundlage: azav.citations.join(', '),
      offen: azav.required === null ? missing('Trägerzulassung (AZAV)') : null,
    },
    laufzeit: termTexts(plan.termStart, plan.termEnd),
    optionen: optionTexts(facts),
    keineOption: plan.hasOptions === false ? 'keine' : missing('Verlängerungsoption'),
    evaluation: {
      gremium: reportCommittee(facts),
      kennzahlen:
        plan.indicators.length > 0 ? plan.indicators.map(({ text }) => text) : [missing('Kennzahlen')],
    },
    finanzierung: financingData(facts),
    beschluss: resolutionSentences(facts),
  };
}

function entered(value: string | null, label: string): Entry {
  return value === null || value.trim() === '' ? missing(label) : value;
}

function day(iso: string | null, label: string): Entry {
  return iso === null ? missing(label) : formatDay(iso);
}

/** One entry for each paragraph that was typed; a blank line or a line break starts a new one. */
function paragraphs(text: string | null, label: string): Entry[] {
  const found = (text ?? '').split(/\r?\n\s*/).filter((line) => line.trim() !== '');
  return found.length > 0 ? found : [missing(label)];
}

function siteText({ name, places }: { name: string; places: number | null }): string {
  if (places === null) return name;
  return `${name} (${String(places)} ${places === 1 ? 'Platz' : 'Plätze'})`;
}

/** Demand may be unknown with a reason; a number is never invented (rule B13). */
function demandText({ plan }: CouncilPaperFacts): Entry {
  if (plan.demandCount !== null) {
    return `Der Bedarf wird auf ${String(plan.demandCount)} ${plan.demandCount === 1 ? 'Person' : 'Personen'} geschätzt.`;
  }
  if (plan.demandUnknownReason) {
    return `Die Zahl der Personen mit Bedarf ist derzeit nicht bekannt. ${plan.demandUnknownReason}`;
  }
  return missing('Anzahl der Personen mit Bedarf');
}

function termTexts(start: string | null, end: string | null): { zeitraum: Entry; dauer: Entry } {
  if (start && end && start <= end) {
    return { zeitraum: formatPeriod(start, end), dauer: describeTerm(start, end) };
  }
  const label = start ? 'Ende der Laufzeit' : 'Beginn der Laufzeit';
  return { zeitraum: missing(label), dauer: missing('Dauer') };
}

function optionTexts({ plan }: CouncilPaperFacts): CouncilPaperData['optionen'] {
  if (plan.hasOptions === false) return [];
  return plan.options
    .filter(({ starts, ends }) => starts <= ends)
    .map(({ starts, ends }, index) => ({
      name: plan.options.length > 1 ? `Verlängerungsoption ${String(index + 1)}` : 'Verlängerungsoption',
      zeitraum: formatPeriod(starts, ends),
      dauer: describeTerm(starts, ends),
    }));
}

function reportCommittee({ plan, authority }: CouncilPaperFacts): Entry {
  const committee = authority.committees.find(({ id }) => id === plan.reportCommitteeId);
  return entered(committee?.name ?? null, 'Gremium, dem berichtet wird');
}
