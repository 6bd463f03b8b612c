// The pages of an organisation as one person reaches them by links, and the forms on them: for journeys that try every page.
import { expect, type APIRequestContext, type APIResponse } from '@playwright/test';

export type Field = { name: string; value: string; hidden: boolean };
export type FoundForm = { action: string; fields: Field[] };
export type FoundPage = { path: string; shape: string; text: string; forms: FoundForm[] };

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const OF_A_SHAPE = process.env.PEJLING_MATRIX === '1' ? 2 : 1;
const MOST = 150;

/** Follows links from an organisation's first page; of pages that differ only in their ids it takes one, in the whole matrix two. */
export async function walk(request: APIRequestContext, slug: string): Promise<FoundPage[]> {
  const waiting = [`/${slug}`];
  const seen = new Set(waiting);
  const shapes = new Map<string, number>();
  const pages: FoundPage[] = [];
  for (let path = waiting.shift(); path !== undefined && pages.length < MOST; path = waiting.shift()) {
    const shape = path.replaceAll(ID, ':id');
    const known = shapes.get(shape) ?? 0;
    if (known >= OF_A_SHAPE) continue;
    shapes.set(shape, known + 1);
    const answer = await request.get(path);
    expect(answer.status(), path).toBeLessThan(400);
    const html = answer.headers()['content-type']?.startsWith('text/html') === true ? await answer.text() : '';
    pages.push({ path, shape, text: html, forms: formsOf(html, path) });
    for (const link of linksIn(html).filter((one) => one.startsWith(`/${slug}/`) && !seen.has(one))) {
      seen.add(link);
      waiting.push(link);
    }
  }
  return pages;
}

function linksIn(html: string): string[] {
  return [...html.matchAll(/\shref="(\/[^"#?]*)/g)].map((match) => unescaped(match[1] ?? ''));
}

function formsOf(html: string, path: string): FoundForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, attributes = '', inside = '']) => {
    if (attribute(attributes, 'method')?.toLowerCase() !== 'post') return [];
    const action = (attribute(attributes, 'action') ?? '').split('#')[0] ?? '';
    const to = action === '' ? path : action.startsWith('?') ? path + action : action;
    return to.startsWith('/sign-out') ? [] : [{ action: to, fields: fieldsOf(inside) }];
  });
}

function fieldsOf(html: string): Field[] {
  return [...html.matchAll(/<(?:input|textarea|select|button)\b([^>]*)>/g)].flatMap(([, attributes = '']) => {
    const name = attribute(attributes, 'name');
    const hidden = attribute(attributes, 'type') === 'hidden';
    return name === undefined ? [] : [{ name, value: attribute(attributes, 'value') ?? '', hidden }];
  });
}

function attribute(attributes: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
  return value === undefined ? undefined : unescaped(value);
}

function unescaped(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** What a page says, without its frame. */
export function mainText(html: string): string {
  const main = /<main\b[^>]*>([\s\S]*?)<\/main>/.exec(html)?.[1] ?? html;
  return main
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Posts fields to a form as a browser on our own page does. */
export function post(
  request: APIRequestContext,
  origin: string,
  to: string,
  fields: Record<string, string>,
): Promise<APIResponse> {
  const headers = { origin, accept: 'text/html' };
  return request.post(to, { form: fields, headers, maxRedirects: 0 });
}
