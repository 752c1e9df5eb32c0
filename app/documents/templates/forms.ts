import { z } from 'zod';
import { longText, wholeNumber } from '~/ui/fields';

/** The text of a template, and the version the editor started from. */
export const templateForm = z.object({
  body: longText('Geben Sie den Text der Vorlage ein.', { max: 60_000 }),
  basedOn: wholeNumber('Öffnen Sie die Vorlage noch einmal.', { min: 0, max: 1_000_000 }),
});
