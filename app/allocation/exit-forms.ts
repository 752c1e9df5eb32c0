import { z } from 'zod';
import { germanDate, oneOf, optionalText } from '~/ui/fields';
import { exitReasons } from './allocation';

const words = { max: 500 };

export const exitForm = z.object({
  exitedOn: germanDate('Geben Sie den letzten Tag der Teilnahme ein.'),
  reason: oneOf(exitReasons, 'Wählen Sie den Grund des Abgangs.'),
  note: optionalText(words),
});
