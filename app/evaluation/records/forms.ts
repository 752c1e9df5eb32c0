import { z } from 'zod';
import { germanDate } from '~/ui/fields';

/** Both days of an interim evaluation, as people type them. */
export const interimForm = z.object({
  from: germanDate('Geben Sie den ersten Tag ein.'),
  until: germanDate('Geben Sie den letzten Tag ein.'),
});
