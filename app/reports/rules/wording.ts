/** What a text seems to tell and should not (rule P5). */
export interface WordWarning {
  readonly kind: 'diagnosis' | 'thirdPerson';
  /** As it stands in the text. */
  readonly word: string;
}

/** Whole words: "Suchtberatung" and "Kinderbetreuung" are help and name nobody's illness or child. */
const diagnosisWords =
  /(?<![\p{L}\d])(?:diagnos\p{L}*|depress\p{L}*|psychose\p{L}*|psychotisch\p{L}*|schizo\p{L}*|borderline\p{L}*|bipolar\p{L}*|adh?s|ptbs|trauma|traumatisiert\p{L}*|angststörung\p{L}*|\p{L}*störung|\p{L}*störungen|sucht|süchtig\p{L}*|\p{L}*abhängigkeit|alkoholik\p{L}*|alkoholabhängig\p{L}*|alkohol|drogen|epilep\p{L}*|krebs|tumor\p{L}*|hiv|aids|burn-?out|schwanger\p{L}*|\p{L}*erkrankung\p{L}*|\p{L}*krankheit\p{L}*|psychiatri\p{L}*|medikament\p{L}*|suizid\p{L}*|behinderung\p{L}*)(?![\p{L}\d])/giu;

/** Codes of the classification of diseases: F32.1, M54. */
const diagnosisCode = /(?<![\p{L}\d])[A-TV-Z]\d{2}(?:\.\d{1,2})?(?![\p{L}\d])/gu;

const thirdPersonWords =
  /(?<![\p{L}\d])(?:ehemann\p{L}*|ehefrau\p{L}*|ehepartner\p{L}*|lebensgefährt\p{L}*|partner|partnerin|mutter|vater|eltern|sohn|sohnes|tochter|kind|kinder|kindern|kindes|bruder|schwester|geschwister|großmutter|großvater|oma|opa|onkel|tante|schwager|schwägerin|exfrau|exmann|freund|freundin|nachbar\p{L}*|mitbewohner\p{L}*|(?:herr|frau|herrn|dr\.) \p{Lu}\p{L}+)(?![\p{L}\d])/giu;

/**
 * Words that look like a diagnosis or name a third person, each once, in the order of the
 * text. A warning and no refusal: whoever writes decides, because words can be innocent.
 *
 * Source: rule P5; the list of words is our proposal.
 */
export function wordWarnings(text: string): WordWarning[] {
  const found = [
    ...matches(text, diagnosisWords, 'diagnosis'),
    ...matches(text, diagnosisCode, 'diagnosis'),
    ...matches(text, thirdPersonWords, 'thirdPerson'),
  ].sort((one, other) => one.at - other.at);
  const words = new Map(found.map(({ kind, word }) => [word.toLowerCase(), { kind, word }]));
  return [...words.values()];
}

function matches(text: string, pattern: RegExp, kind: WordWarning['kind']) {
  return [...text.matchAll(pattern)].map((match) => ({ kind, word: match[0], at: match.index }));
}
