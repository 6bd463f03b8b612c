// A second, small organisation beside the demo, made for what would disturb the other journeys: it has people, a framework, two
// finished rounds and an open one.
import { expect, type APIRequestContext, type Browser, type Page } from '@playwright/test';
import { pejling } from './command.ts';

export type Neighbour = { slug: string; name: string };

const SEEDS = { files: 11, addresses: 12, ballots: 13, moments: 14, answers: 15 };

/** Makes the organisation. Each file of journeys has its own in each size of window, so that they can run at once; one that stands is used again. */
export function settleNeighbour(purpose: keyof typeof SEEDS, size: string): Neighbour {
  const seed = String(SEEDS[purpose] + (size === 'desktop' ? 0 : 100));
  const slug = `nabo-${purpose}-${size}${process.env.PEJLING_JOURNEY_RUN ?? ''}`;
  try {
    pejling('demo', '--employees', '200', '--seed', seed, '--slug', slug);
  } catch (error) {
    if (!String(error).includes('there is already an organisation')) throw error;
  }
  return { slug, name: `Fjordby Kommune (200 medarbejdere, frø ${seed})` };
}

/** A page in a browser of its own, as another person or another device has it. */
export async function ownBrowser(browser: Browser): Promise<Page> {
  return (await browser.newContext({ locale: 'da-DK', timezoneId: 'Europe/Copenhagen' })).newPage();
}

/** The addresses of our own that a page links to. */
export async function linksOf(request: APIRequestContext, path: string): Promise<string[]> {
  const html = await (await request.get(path)).text();
  return [...new Set([...html.matchAll(/\shref="(\/[^"#?]*)/g)].map((match) => match[1] ?? ''))];
}

/** The newest round of an organisation that is open for answers, as its HR sees the list. */
export async function openRound(page: Page, slug: string): Promise<string> {
  let round = '';
  await expect(async () => {
    const links = await linksOf(page.request, `/${slug}/rounds`);
    for (const link of links.filter((one) => /\/rounds\/[0-9a-f-]{36}$/.test(one))) {
      const text = await (await page.request.get(link)).text();
      if (text.includes(`${link}/closure`)) round = link.split('/').at(-1) ?? '';
    }
    expect(round).not.toBe('');
  }).toPass();
  return round;
}
