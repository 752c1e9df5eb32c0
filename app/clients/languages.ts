/** Languages for which an interpreter is asked for most; the keys are ISO 639-1. Our proposal. */
export const interpreterLanguages = {
  sq: 'Albanisch',
  ar: 'Arabisch',
  bs: 'Bosnisch, Kroatisch, Serbisch',
  bg: 'Bulgarisch',
  fa: 'Dari, Farsi',
  en: 'Englisch',
  fr: 'Französisch',
  ku: 'Kurdisch',
  ps: 'Paschtu',
  pl: 'Polnisch',
  ro: 'Rumänisch',
  ru: 'Russisch',
  so: 'Somali',
  es: 'Spanisch',
  ti: 'Tigrinya',
  tr: 'Türkisch',
  uk: 'Ukrainisch',
  vi: 'Vietnamesisch',
} as const;

export type InterpreterLanguage = keyof typeof interpreterLanguages;

export const languageCodes = Object.keys(interpreterLanguages) as readonly InterpreterLanguage[];

export function languageName(code: string): string {
  return Object.hasOwn(interpreterLanguages, code) ? interpreterLanguages[code as InterpreterLanguage] : code;
}
