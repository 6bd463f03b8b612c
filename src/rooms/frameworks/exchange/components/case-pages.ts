// The CASE service's answers to what a request asks for.
import { pageOf, queryOf } from '../case/rules.ts';
import type { CaseFault, ListedDocument } from '../case/schema.ts';

export { unknown } from '../case/rules.ts';

/** A page of documents with the headers that lead to the others, or what is wrong with the request. */
export function casePage(
  documents: readonly ListedDocument[],
  words: URLSearchParams,
  address: string,
): { documents: Partial<ListedDocument>[]; headers: Record<string, string> } | CaseFault {
  const query = queryOf(words);
  if ('status' in query) return query;
  const page = pageOf(documents, query);
  if ('status' in page) return page;
  const { limit, offset } = query;
  const last = page.total === 0 ? 0 : Math.floor((page.total - 1) / limit) * limit;
  const link = (rel: string, to: number): string => {
    const other = new URLSearchParams(words);
    other.set('limit', String(limit));
    other.set('offset', String(to));
    return `<${address}?${other.toString()}>; rel="${rel}"`;
  };
  const links = [
    link('first', 0),
    ...(offset > 0 ? [link('prev', Math.max(0, offset - limit))] : []),
    ...(offset + limit < page.total ? [link('next', offset + limit)] : []),
    link('last', last),
  ];
  return { documents: page.documents, headers: { 'x-total-count': String(page.total), link: links.join(', ') } };
}
