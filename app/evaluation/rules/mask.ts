/** What stands for a number that is not shown. */
export const hiddenSign = '•';

/** After such a word a number names something and counts nothing: "Spalte 2", "§ 16", "Phase 1". */
const namesBefore =
  /(Spalten?|Phasen?|Module?|Nr\.|Nrn\.|Nummer|Zeilen?|Stufen?|Teil|Abs\.|Absatz|Satz|§§?|Durchgang|Lauf|bis|Jahr|Stand|um|Kapitel)\s*$/i;
/** What follows a number that counts no persons. */
const spanAfter =
  /^\s*(-|–|%|Prozent|€|EUR|Euro|Tag|Woche|Monat|Jahr|Stunde|Std|Minute|UE\b|Uhr|Termin|Modul|Phase|\.\d|\.\s*(Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)|\/)/i;
const personsAfter =
  /^\s*(Person|Teilnehm|Frau|Männ|Mann\b|Jugendlich|Fäll|Fall\b|Kund|Mensch|Abbr|Eintritt|Austritt|Vermittelt|Leistungsb)/i;

/**
 * A text of the source in which no hidden number stands: each whole number that equals
 * a hidden one, and each small number of persons, becomes "•". Dates, spans, per cents
 * and numbers that only name something ("Spalte 2") stay.
 */
export function maskNumbers(text: string, hidden: ReadonlySet<number>, minCellCount: number): string {
  return text.replace(
    /(?<![\d.,/])\d{1,3}(?:\.\d{3})+(?![\d,])|(?<![\d.,/])\d+(?![\d,])/g,
    (digits, at: number) => {
      const value = Number(digits.replaceAll('.', ''));
      const before = text.slice(0, at);
      const after = text.slice(at + digits.length);
      if (personsAfter.test(after) && value > 0 && value < minCellCount) return hiddenSign;
      if (!hidden.has(value) || namesBefore.test(before) || spanAfter.test(after)) return digits;
      return hiddenSign;
    },
  );
}
