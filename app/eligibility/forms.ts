import { z } from 'zod';
import { germanDate, oneOf } from '~/ui/fields';
import { ruleBookKeys } from './rule-book';

export const ruleBookForm = z.object({
  book: oneOf(ruleBookKeys, 'Wählen Sie das Regelwerk.'),
  from: germanDate('Geben Sie den Tag ein, ab dem es gilt.'),
});
