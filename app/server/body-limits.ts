import { paths } from '~/ui/paths';

/** How much one door takes in, and what is said to whoever sends more. */
export interface BodyLimit {
  readonly bytes: number;
  readonly tooLargeText: string;
}

/** Enough for the longest form with all its texts. */
const formLimit: BodyLimit = {
  bytes: 1_048_576,
  tooLargeText: 'Die Eingabe ist zu groß. Erlaubt ist bis zu 1 MB. Kürzen Sie die Texte.',
};

const uploadLimit: BodyLimit = {
  // Beside the files: names of fields, boundaries.
  bytes: 8 * 1024 * 1024 + 64 * 1024,
  tooLargeText:
    'Die Dateien sind zusammen größer als 8 MB. Laden Sie weniger Dateien auf einmal hoch oder packen Sie sie in ein ZIP-Archiv.',
};

/** Doors that take files, each with everything below it. */
const uploadDoors: readonly string[] = [paths.importMeasures()];

const signedOutLimit: BodyLimit = {
  ...formLimit,
  tooLargeText:
    'Sie sind nicht mehr angemeldet. Melden Sie sich an und laden Sie die Dateien noch einmal hoch.',
};

/**
 * The limit of the door that a form is sent to. Whoever is not signed in has no files
 * to send: for them no door opens wider.
 */
export function bodyLimitFor(pathname: string, isSignedIn: boolean): BodyLimit {
  const page = pathname.replace(/\.data$/, '');
  const isUpload = uploadDoors.some((door) => page === door || page.startsWith(`${door}/`));
  if (!isUpload) return formLimit;
  return isSignedIn ? uploadLimit : signedOutLimit;
}
