import { only } from '~/identity/access';
import { catalogueRoles } from '~/identity/roles';
import { measureJsonSchema } from '~/portfolio/exchange/json-schema';

export const handle = { access: only(...catalogueRoles, 'portalAdmin') };

/** The format of a portfolio file, for editors and for whoever writes one. */
export function loader() {
  return new Response(`${JSON.stringify(measureJsonSchema(), null, 2)}\n`, {
    headers: { 'Content-Type': 'application/schema+json; charset=utf-8' },
  });
}
