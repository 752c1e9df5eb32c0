/** Hints that several fields share. */
export const everyLine = 'Je Zeile ein Eintrag.';
export const inSourceWords = 'Im Wortlaut der Quelle. Die Zahlen dazu stehen darunter.';
