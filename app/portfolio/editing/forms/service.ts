import { z } from 'zod';
import { list, optionalLongText, optionalText, optionalWholeNumber, shortText } from '~/ui/fields';

/** Step "Standorte": a number of places that is not known yet stays empty, it is not zero. */
export const sitesForm = z.object({
  sites: list(
    z.object({
      name: shortText('Geben Sie den Namen des Standorts ein.'),
      places: optionalWholeNumber({ min: 1 }),
    }),
  ),
  roomsText: optionalLongText(),
});

/** Step "Phasen": the boxes of the process graphic, in their order. */
export const phasesForm = z.object({
  phases: list(
    z.object({
      title: shortText('Geben Sie den Titel der Phase ein.'),
      subText: optionalText({ max: 300 }),
    }),
  ),
});

/** Step "Weiterführende Hilfen": the systems the measure leads people to. */
export const referralTargetsForm = z.object({
  referralTargets: list(z.object({ name: shortText('Geben Sie den Namen des Hilfesystems ein.') })),
});

/** Step "Auswertung": what is measured each year and who gets the report. */
export const evaluationForm = z.object({
  indicators: list(z.object({ text: shortText('Beschreiben Sie die Kennzahl.', { max: 300 }) })),
  reportCommitteeId: optionalText(),
});
