import { causalWords } from './rules/wording';
import type { EvaluationText, EvaluationTextChange, SavedMeanwhile } from './store';

/** What two people who saved at once need to decide. */
export function savedMeanwhileText({ current }: SavedMeanwhile, own: EvaluationTextChange): string[] {
  const parts = [
    ['Bewertung', current.assessment, own.assessment],
    ['Vorschlag', current.proposal, own.proposal],
  ] as const;
  return [
    'Inzwischen hat jemand anderes gespeichert. Ihr Text steht noch im Feld. Speichern Sie noch einmal, wenn Ihr Text gelten soll.',
    ...parts
      .filter(([, theirs, mine]) => theirs !== mine)
      .map(([name, theirs]) => `${name}: Gespeichert ist „${theirs ?? 'nichts'}“.`),
  ];
}

/**
 * Hints on the texts: words that claim a cause (rule E10), and numbers that the paper
 * hides. `mask` is that of the protected figures.
 */
export function textHints(text: EvaluationText, mask: (text: string) => string): string[] {
  const parts = [
    ['Die Bewertung', text.assessment],
    ['Der Vorschlag', text.proposal],
  ] as const;
  return parts.flatMap(([name, words]) => {
    if (words === null) return [];
    const claims = causalWords(words);
    return [
      ...(claims.length > 0
        ? [
            `${name} behauptet eine Ursache (${claims.map((word) => `„${word}“`).join(', ')}). Die Zahlen zeigen keine Ursachen. Beschreiben Sie, was erfasst wurde.`,
          ]
        : []),
      ...(mask(words) === words
        ? []
        : [
            `${name} nennt eine Zahl, die im PDF aus Datenschutzgründen verborgen ist. Dort steht an ihrer Stelle „•“. Nehmen Sie die Zahl aus dem Text.`,
          ]),
    ];
  });
}
