import { everyone } from '~/identity/access';
import { notFound } from '~/ui/http';

export const handle = { access: everyone };

/** Every address without a door of its own: the 404 page. */
export function loader(): never {
  throw notFound();
}

export function action(): never {
  throw notFound();
}

export default function Route() {
  return null;
}
