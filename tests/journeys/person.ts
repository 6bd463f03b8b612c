// What a person does in the browser, in their words.
import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

export type Persona =
  | 'Mette Sørensen'
  | 'Henrik Dalgaard'
  | 'Lene Kragh'
  | 'Birgitte Holm Asmussen'
  | 'Tom Vestergaard'
  | 'Amina Hussein'
  | 'Jonas Bech';

/** Signs in as one of the invented people of an organisation. */
export async function signInAs(page: Page, persona: Persona, organisation = 'Fjordby Kommune'): Promise<void> {
  await page.goto('/sign-in');
  const people = page.locator('section', {
    has: page.getByRole('heading', { name: `Vær en person i ${organisation}`, exact: true }),
  });
  await people.getByRole('button', { name: persona }).click();
  await expect(page).toHaveURL(/localhost:\d+\/[a-z0-9-]+$/);
}

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** No page may fail the accessibility rules of WCAG 2.2 A and AA, scroll sideways, or break its own content security policy. */
export async function expectWellBuilt(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  // The pages have no frames, so the page is asked itself, and tells only what is wrong: the same findings in a third of the time.
  const violations = await page.evaluate(async (tags) => {
    const { axe: rules } = window as unknown as { axe: typeof axe };
    const found = await rules.run(document, { runOnly: tags, resultTypes: ['violations'], preload: false });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
  }, WCAG);
  expect(violations).toEqual([]);
  await expect(page.locator('iframe')).toHaveCount(0);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow, 'the page scrolls sideways').toBeLessThanOrEqual(0);
}

/** Notes what the browser complains of while a person works; call the function it gives to see that it was nothing. */
export function watchConsole(page: Page): () => void {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (4\d\d|503)/.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return () => expect(complaints).toEqual([]);
}
