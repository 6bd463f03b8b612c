// Every page a person can reach by links is opened once per kind of page: it answers, is well built, and the browser has nothing to
// complain of. The whole matrix (npm run test:all) does it in English too, and for more people.
import { expect, test, type Page } from '@playwright/test';
import { expectWellBuilt, signInAs, watchConsole, type Persona } from './person.ts';

const WHOLE = process.env.PEJLING_MATRIX === '1';
const PEOPLE: Persona[] = WHOLE
  ? [
      'Lene Kragh',
      'Mette Sørensen',
      'Henrik Dalgaard',
      'Birgitte Holm Asmussen',
      'Tom Vestergaard',
      'Amina Hussein',
      'Jonas Bech',
    ]
  : ['Lene Kragh'];
const LANGUAGES = WHOLE ? (['da', 'en'] as const) : (['da'] as const);
const DOWNLOAD = /\.(pdf|csv|ics|json|txt|md|docx|xlsx)$|\/language\?|\/outbox\//;

for (const persona of PEOPLE)
  for (const language of LANGUAGES)
    test(`every page ${persona} can reach is well built, in ${language}`, async ({ page }) => {
      const nothingWrong = watchConsole(page);
      await signInAs(page, persona);
      if (language === 'en') await page.goto('/language?to=en&from=/fjordby');
      const seen = await crawl(page);
      expect(seen.length, 'the person can reach some pages').toBeGreaterThan(6);
      nothingWrong();
    });

/** Opens one page of each kind; a kind is an address with its ids and numbers taken out. Gives the kinds seen. */
async function crawl(page: Page): Promise<string[]> {
  const waiting = [new URL(page.url()).pathname];
  const kinds = new Set(waiting.map(kindOf));
  const seen: string[] = [];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    await test.step(path, async () => {
      const answer = await page.goto(path ?? '/');
      expect(answer?.status(), `${path} answers`).toBeLessThan(400);
      await expectWellBuilt(page);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    });
    seen.push(kindOf(path));
    for (const link of await page.locator('a[href]').evaluateAll((links) => links.map((one) => one.getAttribute('href') ?? ''))) {
      const target = new URL(link, page.url());
      if (
        target.origin !== new URL(page.url()).origin ||
        DOWNLOAD.test(target.pathname + target.search) ||
        !target.pathname.startsWith('/fjordby')
      )
        continue;
      if (kinds.has(kindOf(target.pathname))) continue;
      kinds.add(kindOf(target.pathname));
      waiting.push(target.pathname + target.search);
    }
  }
  return seen;
}

function kindOf(path: string): string {
  return (
    path
      .split('?')[0]
      ?.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
      .replace(/\/\d{4}-\d{2}-\d{2}(?=\/|$)/g, '/:day')
      .replace(/\/\d+(?=\/|$)/g, '/:n') ?? path
  );
}
