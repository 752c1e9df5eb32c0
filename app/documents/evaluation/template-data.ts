import type { ShapeOf } from '#templates/engine/shape';
import type { EvaluationText } from '~/evaluation/store';
import type { EvaluationSummary } from '~/evaluation/rules/summary';
import {
  cellText,
  commonAsOf,
  differenceSentences,
  intervalText,
  nothingRecorded,
  openSentences,
  printedText,
  quotaText,
  statedText,
  summarySentences,
} from '~/evaluation/summary-text';
import { evaluationChart } from '~/evaluation/chart';
import type { RecordsSummary } from '~/evaluation/records/rules/summary';
import { recordsChart, shownRecords, type ShownRecords } from '~/evaluation/records/shown';
import { periodName } from '~/evaluation/records/words';
import type { MeasureContent } from '~/portfolio/content';
import { formatSourceDay } from '~/portfolio/words';
import {
  costLines,
  notStated,
  optionLines,
  type PlannedTerm,
  siteLines,
  sourceText,
  termLines,
} from '../fact-sheet/profile-text';

/** Everything an evaluation is printed from. The figures come protected and in no other form. */
export interface EvaluationFacts {
  readonly authority: {
    readonly name: string;
    readonly office: string | null;
    readonly isFictional: boolean;
    readonly signatureRole: string | null;
  };
  readonly content: Omit<MeasureContent, 'results'>;
  readonly sourceYear: number | null;
  readonly plan: PlannedTerm;
  /** What the source states. */
  readonly summary: EvaluationSummary;
  /** What is recorded in a period: then the paper is about that. */
  readonly records: RecordsSummary | null;
  readonly text: EvaluationText;
  readonly versionNo: number | null;
  readonly contentVersion: number;
  /** 'YYYY-MM-DD' */
  readonly today: string;
}

/** The placeholders of `templates/auswertung.md`: finished words, a hidden number is "•". */
export interface EvaluationData {
  readonly behoerde: { readonly name: string; readonly unterzeichner: string; readonly istBeispiel: boolean };
  readonly massnahme: {
    readonly name: string;
    readonly zielgruppe: string;
    readonly rechtsgrundlagen: string;
    readonly quelle: string;
  };
  readonly laufzeit: string;
  readonly optionen: string;
  readonly standorte: string;
  readonly zusammenfassung: string;
  /** Null: the figures are those of the source. */
  readonly zeitraum: string | null;
  readonly aufzeichnungen: RecordTablesData;
  readonly hatErgebnisse: boolean;
  readonly keineErgebnisse: string;
  readonly anteile: readonly {
    readonly ergebnis: string;
    readonly zahl: string;
    readonly basis: string;
    readonly anteil: string;
    readonly intervall: string;
    readonly quelle: string;
  }[];
  readonly hatGedruckte: boolean;
  readonly hatGrafik: boolean;
  readonly abweichungen: readonly string[];
  readonly offeneAnteile: readonly string[];
  readonly weitere: readonly {
    readonly angabe: string;
    readonly wert: string;
    readonly basis: string;
    readonly stand: string;
  }[];
  readonly stand: string | null;
  readonly kosten: string;
  readonly bewertung: readonly string[];
  readonly vorschlag: readonly string[];
  readonly schutz: { readonly mindestzahl: string; readonly mindestbasis: string; readonly zeichen: string };
}

/** Tables of the recorded figures; a row's first cell is its name. */
interface RecordTablesData {
  readonly ergebnisse: readonly {
    readonly name: string;
    readonly plaetze: string;
    readonly auslastung: string;
    readonly eintritte: string;
    readonly austritte: string;
    readonly amEnde: string;
    readonly wartezeit: string;
    readonly dauer: string;
  }[];
  readonly gruende: readonly {
    readonly name: string;
    readonly zahl: string;
    readonly vorher: string;
    readonly anteil: string;
    readonly intervall: string;
  }[];
  readonly summe: { readonly zahl: string; readonly vorher: string };
  readonly spalte: string;
  /** Head of the column of the year before; null where there is none. */
  readonly vorjahr: string | null;
  readonly bedarfe: readonly {
    readonly name: string;
    readonly mit: string;
    readonly verbessert: string;
    readonly anteil: string;
    readonly intervall: string;
    readonly behoben: string;
    readonly offen: string;
  }[];
  readonly hilfen: readonly {
    readonly name: string;
    readonly vermittelt: string;
    readonly angekommen: string;
    readonly nicht: string;
    readonly offen: string;
  }[];
  readonly ohneBeginn: readonly {
    readonly name: string;
    readonly person: string;
    readonly traeger: string;
    readonly jobcenter: string;
    readonly zusammen: string;
  }[];
  readonly qualitaet: readonly { readonly name: string; readonly wert: string; readonly vorher: string }[];
  readonly geld: readonly { readonly name: string; readonly wert: string }[];
  readonly hinweise: {
    readonly gruende: readonly string[];
    readonly ergebnisse: readonly string[];
    readonly bedarfe: readonly string[];
    readonly hilfen: readonly string[];
    readonly qualitaet: readonly string[];
    readonly geld: readonly string[];
  };
}

export const evaluationShape: ShapeOf<EvaluationData> = {
  behoerde: { name: 'text', unterzeichner: 'text', istBeispiel: 'flag' },
  massnahme: { name: 'text', zielgruppe: 'text', rechtsgrundlagen: 'text', quelle: 'text' },
  laufzeit: 'text',
  optionen: 'text',
  standorte: 'text',
  zusammenfassung: 'text',
  zeitraum: 'text',
  aufzeichnungen: {
    ergebnisse: [
      {
        name: 'text',
        plaetze: 'text',
        auslastung: 'text',
        eintritte: 'text',
        austritte: 'text',
        amEnde: 'text',
        wartezeit: 'text',
        dauer: 'text',
      },
    ],
    gruende: [{ name: 'text', zahl: 'text', vorher: 'text', anteil: 'text', intervall: 'text' }],
    summe: { zahl: 'text', vorher: 'text' },
    spalte: 'text',
    vorjahr: 'text',
    bedarfe: [
      {
        name: 'text',
        mit: 'text',
        verbessert: 'text',
        anteil: 'text',
        intervall: 'text',
        behoben: 'text',
        offen: 'text',
      },
    ],
    hilfen: [{ name: 'text', vermittelt: 'text', angekommen: 'text', nicht: 'text', offen: 'text' }],
    ohneBeginn: [{ name: 'text', person: 'text', traeger: 'text', jobcenter: 'text', zusammen: 'text' }],
    qualitaet: [{ name: 'text', wert: 'text', vorher: 'text' }],
    geld: [{ name: 'text', wert: 'text' }],
    hinweise: {
      gruende: ['text'],
      ergebnisse: ['text'],
      bedarfe: ['text'],
      hilfen: ['text'],
      qualitaet: ['text'],
      geld: ['text'],
    },
  },
  hatErgebnisse: 'flag',
  keineErgebnisse: 'text',
  anteile: [
    { ergebnis: 'text', zahl: 'text', basis: 'text', anteil: 'text', intervall: 'text', quelle: 'text' },
  ],
  hatGedruckte: 'flag',
  hatGrafik: 'flag',
  abweichungen: ['text'],
  offeneAnteile: ['text'],
  weitere: [{ angabe: 'text', wert: 'text', basis: 'text', stand: 'text' }],
  stand: 'text',
  kosten: 'text',
  bewertung: ['text'],
  vorschlag: ['text'],
  schutz: { mindestzahl: 'text', mindestbasis: 'text', zeichen: 'text' },
};

/** Source: documents.md § 10. */
export function evaluationData(facts: EvaluationFacts): EvaluationData {
  const { authority, content, summary, records, plan, text } = facts;
  const stand = commonAsOf(summary);
  const shown = records && shownRecords(records);
  const mask = records?.mask ?? summary.mask;
  return {
    behoerde: {
      name: authority.name,
      unterzeichner: authority.signatureRole ?? authority.name,
      istBeispiel: authority.isFictional,
    },
    massnahme: {
      name: content.title,
      zielgruppe: content.targetGroup ?? notStated,
      rechtsgrundlagen: content.legalBases.join(', ') || notStated,
      quelle: sourceText(content.carrier.name, facts.sourceYear, authority.name),
    },
    laufzeit: lines(termLines(content, plan)),
    optionen: lines(optionLines(content, plan)),
    standorte: lines(siteLines(content)),
    zusammenfassung: (shown?.sentences ?? summarySentences(summary)).join(' '),
    zeitraum: shownPeriod(records),
    aufzeichnungen: recordTables(records, shown),
    hatErgebnisse: summary.resultCount > 0,
    keineErgebnisse: `Für diese Maßnahme sind ${nothingRecorded}.`,
    anteile: summary.related.map(({ label, count, basis, quota, printed }) => ({
      ergebnis: label,
      zahl: cellText(count),
      basis: basis ?? notStated,
      anteil: quota ? quotaText(quota) : notStated,
      intervall: quota ? intervalText(quota) : '–',
      quelle: printed ? printedText(printed) : '–',
    })),
    hatGedruckte: summary.related.some(({ printed }) => printed !== null),
    hatGrafik: (records ? recordsChart(records) : evaluationChart(summary)) !== null,
    abweichungen: differenceSentences(summary),
    offeneAnteile: summary.open.flatMap(openSentences),
    weitere: summary.stated.map((row) => ({
      angabe: row.label,
      wert: statedText(row),
      basis: row.basis ?? notStated,
      stand: row.asOf === null ? notStated : formatSourceDay(row.asOf),
    })),
    stand: stand && formatSourceDay(stand),
    kosten: lines(costLines(content)),
    bewertung: paragraphs(text.assessment).map(mask),
    vorschlag: paragraphs(text.proposal).map(mask),
    schutz: {
      mindestzahl: String(summary.protection.minCellCount),
      mindestbasis: String(summary.protection.minDenominator),
      zeichen: '•',
    },
  };
}

function shownPeriod(records: RecordsSummary | null): string | null {
  const [period] = records?.periods ?? [];
  return period ? periodName(period) : null;
}

/** The page's tables under the names that the template knows. */
function recordTables(records: RecordsSummary | null, shown: ShownRecords | null): RecordTablesData {
  const table = (key: string) => shown?.tables.find((one) => one.key === key);
  const rows = (key: string) => table(key)?.rows ?? [];
  const notes = (key: string) => table(key)?.notes ?? [];
  const [period, before] = records?.periods ?? [];
  const hasBefore = before !== undefined;
  const [, zahl = '', vorher = ''] = table('reasons')?.footer ?? [];
  return {
    ergebnisse: rows('results').map(
      ([
        name = '',
        plaetze = '',
        auslastung = '',
        eintritte = '',
        austritte = '',
        amEnde = '',
        wartezeit = '',
        dauer = '',
      ]) => ({ name, plaetze, auslastung, eintritte, austritte, amEnde, wartezeit, dauer }),
    ),
    gruende: rows('reasons').map(([name = '', ...rest]) => {
      const [count = '', second = '', third = '', fourth = ''] = rest;
      return hasBefore
        ? { name, zahl: count, vorher: second, anteil: third, intervall: fourth }
        : { name, zahl: count, vorher: '', anteil: second, intervall: third };
    }),
    summe: { zahl, vorher: hasBefore ? vorher : '' },
    spalte: period ? periodName(period) : '',
    vorjahr: before ? periodName(before) : null,
    bedarfe: rows('needs').map(
      ([name = '', mit = '', verbessert = '', anteil = '', intervall = '', behoben = '', offen = '']) => ({
        name,
        mit,
        verbessert,
        anteil,
        intervall,
        behoben,
        offen,
      }),
    ),
    hilfen: rows('referrals').map(
      ([name = '', vermittelt = '', angekommen = '', nicht = '', offen = '']) => ({
        name,
        vermittelt,
        angekommen,
        nicht,
        offen,
      }),
    ),
    ohneBeginn: rows('settled').map(
      ([name = '', person = '', traeger = '', jobcenter = '', zusammen = '']) => ({
        name,
        person,
        traeger,
        jobcenter,
        zusammen,
      }),
    ),
    qualitaet: rows('quality').map(([name = '', wert = '', last = '']) => ({ name, wert, vorher: last })),
    geld: rows('money').map(([name = '', wert = '']) => ({ name, wert })),
    hinweise: {
      gruende: notes('reasons'),
      ergebnisse: notes('results'),
      bedarfe: notes('needs'),
      hilfen: notes('referrals'),
      qualitaet: notes('quality'),
      geld: notes('money'),
    },
  };
}

/** One under the other. */
function lines(texts: readonly string[]): string {
  return texts.length > 0 ? texts.join('\n') : notStated;
}

/** One entry for each paragraph that was typed. */
function paragraphs(text: string | null): string[] {
  return (text ?? '').split(/\r?\n\s*/).filter((line) => line.trim() !== '');
}
