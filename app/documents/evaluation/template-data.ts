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
  readonly summary: EvaluationSummary;
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

export const evaluationShape: ShapeOf<EvaluationData> = {
  behoerde: { name: 'text', unterzeichner: 'text', istBeispiel: 'flag' },
  massnahme: { name: 'text', zielgruppe: 'text', rechtsgrundlagen: 'text', quelle: 'text' },
  laufzeit: 'text',
  optionen: 'text',
  standorte: 'text',
  zusammenfassung: 'text',
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
  const { authority, content, summary, plan, text } = facts;
  const stand = commonAsOf(summary);
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
    zusammenfassung: summarySentences(summary).join(' '),
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
    hatGrafik: evaluationChart(summary) !== null,
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
    bewertung: paragraphs(text.assessment).map(summary.mask),
    vorschlag: paragraphs(text.proposal).map(summary.mask),
    schutz: {
      mindestzahl: String(summary.protection.minCellCount),
      mindestbasis: String(summary.protection.minDenominator),
      zeichen: '•',
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
