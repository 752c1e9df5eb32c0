import { type Basket, baskets } from './report';

/** Which basket and page a list's address asks for. */
export function readBasket(query: URLSearchParams): { readonly basket?: Basket; readonly page: number } {
  const basket = baskets.find((known) => known === query.get('stand'));
  const wanted = query.get('seite') ?? '';
  const page = /^[1-9]\d{0,5}$/.test(wanted) ? Number(wanted) : 1;
  return basket ? { basket, page } : { page };
}
