import { z } from 'zod';
import { optionalText, shortText } from '~/ui/fields';
import { isMeasureSlug } from './slug';

/** What a new measure needs: a name. The address is made from it unless one is typed. */
export const newMeasureForm = z
  .object({
    title: shortText('Geben Sie den Namen der Maßnahme ein.', { max: 300 }),
    slug: optionalText({ max: 80 }),
    copyOf: optionalText(),
  })
  .transform(({ title, slug, copyOf }, context) => {
    const wanted = slug ?? slugOf(title);
    if (isMeasureSlug(wanted)) return { title, slug: wanted, copyOf };
    const message =
      slug === null
        ? 'Aus diesem Namen lässt sich kein Kurzname bilden. Geben Sie ihn ein, zum Beispiel „case-manager“.'
        : 'Der Kurzname besteht aus Kleinbuchstaben, Ziffern und einzelnen Bindestrichen, zum Beispiel „case-manager“.';
    context.issues.push({ code: 'custom', path: ['slug'], message, input: slug });
    return z.NEVER;
  });

/** "Förderzentrum Plus" → "foerderzentrum-plus" */
function slugOf(title: string): string {
  const spelled = title
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
  return spelled
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '');
}
