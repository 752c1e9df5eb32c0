import { z } from 'zod';
import {
  list,
  oneOf,
  optionalGermanDate,
  optionalOneOf,
  optionalPostcode,
  optionalText,
  shortText,
} from '~/ui/fields';
import type { AuthorityChange } from './authority';
import { stateCodes } from './states';

const committeeRow = z
  .object({
    id: optionalText(),
    name: shortText('Geben Sie den Namen des Gremiums ein.'),
    task: oneOf(['advises', 'decides'], 'Wählen Sie, ob das Gremium berät oder entscheidet.'),
    session: oneOf(['public', 'closed'], 'Wählen Sie, ob das Gremium öffentlich tagt.'),
  })
  .transform(({ session, ...committee }) => ({ ...committee, isPublic: session === 'public' }));

/** Settings of the authority. What papers need may still be empty: the paper then names it. */
export const authorityForm: z.ZodType<AuthorityChange> = z.object({
  name: shortText('Geben Sie den Namen der Behörde ein.'),
  office: optionalText(),
  street: optionalText(),
  postcode: optionalPostcode(),
  town: optionalText(),
  state: oneOf(stateCodes, 'Wählen Sie das Land.'),
  signatureRole: optionalText(),
  regime: optionalOneOf(['municipal', 'federal']),
  regimeFrom: optionalGermanDate(),
  committees: list(committeeRow),
});
