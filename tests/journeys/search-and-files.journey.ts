// What stands in the frameworks is found in any form of a word, and every file of a version comes as the kind of file it says it is.
import { expect, test, type Page } from '@playwright/test';
import { expectWellBuilt, signInAs, watchConsole } from './person.ts';

const HOME = '/fjordby';
/** What a file of a kind begins with. */
const BEGINS: Record<string, { type: RegExp; bytes: RegExp }> = {
  pdf: { type: /^application\/pdf$/, bytes: /^%PDF-1\.7/ },
  docx: { type: /wordprocessingml\.document$/, bytes: /^PK\x03\x04/ },
  xlsx: { type: /spreadsheetml\.sheet$/, bytes: /^PK\x03\x04/ },
  md: { type: /^text\/markdown; charset=utf-8$/, bytes: /./ },
  json: { type: /^application\/json; charset=utf-8$/, bytes: /^\{/ },
};

async function searchFor(page: Page, words: string): Promise<void> {
  const box = page.getByRole('search').getByRole('searchbox').first();
  await box.fill(words);
  await box.press('Enter');
  await expect(page).toHaveURL(/\/search\?/);
}
const hits = (page: Page) => page.locator('ol.hits > li');

test('what was written is found by stem, inside long words and without æ, ø and å; nothing found says what to try', async ({
  page,
}, { project }) => {
  const run = `${project.name}${process.env.PEJLING_JOURNEY_RUN ?? ''}`;
  const nothingWrong = watchConsole(page);
  await signInAs(page, 'Lene Kragh');
  await page.goto(`${HOME}/frameworks/import`);
  const text = `# Havnens ledelse ${run}\n\n## Kajpladser\n\nLederen fordeler fiskekutternes liggepladser.\n\n## Årets gang\n\nLederen øver slæbebådene.\n`;
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'havnen.md', mimeType: 'text/markdown', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Læs dokumentet' }).click();
  await expect(page).toHaveURL(/\/draft/);

  await page.goto(`${HOME}/frameworks`);
  for (const words of ['liggeplads', 'fiskekutter', 'kutter', 'slaebebaad', 'fordele liggepladserne']) {
    await searchFor(page, words);
    await expect(
      hits(page)
        .filter({ hasText: `Havnens ledelse ${run}` })
        .first(),
      words,
    ).toBeVisible();
  }
  await expectWellBuilt(page);

  await searchFor(page, 'lederen');
  const filter = page.getByRole('navigation', { name: 'Vælg ledelsesgrundlag' });
  await filter.getByRole('link', { name: new RegExp(`^Havnens ledelse ${run} `) }).click();
  await expect(hits(page)).toHaveCount(3);
  await expectWellBuilt(page);
  await filter.getByRole('link', { name: 'Alle' }).click();
  await expect(hits(page)).not.toHaveCount(3);

  await searchFor(page, 'hvalrossernes sommerferie');
  await expect(page.getByRole('heading', { name: 'Ingen steder har de ord' })).toBeVisible();
  await expectWellBuilt(page);

  await page.context().clearCookies();
  await signInAs(page, 'Amina Hussein');
  await page.goto(`${HOME}/search?q=liggeplads`);
  await expect(page.getByRole('heading', { name: 'Ingen steder har de ord' }), 'a draft is for its editors').toBeVisible();

  await searchFor(page, 'borgerne');
  await expectWellBuilt(page);
  await page
    .getByRole('navigation', { name: 'Her er ordene også' })
    .getByRole('link', { name: /^Mål og indikatorer/ })
    .click();
  const goals = page.locator('section#goals');
  await goals.getByRole('link').first().click();
  await expect(page).toHaveURL(/\/goals\/[0-9a-f-]{36}/);
  nothingWrong();
});

test('every file of a version is of the kind its link says, with a name to keep it under', async ({ page }) => {
  const nothingWrong = watchConsole(page);
  await signInAs(page, 'Lene Kragh');
  await page.goto(`${HOME}/frameworks`);
  await page.locator('main .card').filter({ hasText: 'Sammen holder vi kursen' }).getByRole('link').first().click();
  await page.getByRole('link', { name: 'Hent og del', exact: true }).click();
  await expectWellBuilt(page);
  const links = await page
    .locator('main a[href*="/files/"]')
    .evaluateAll((found) => found.map((one) => one.getAttribute('href') ?? ''));
  // One of each kind of document is enough of the levels and of the competences: they come from one address each.
  const shapes = new Map(
    links.map((href) => [href.replace(/levels\/\d+|competences\/[0-9a-f-]+/, (part) => part.split('/')[0] ?? ''), href]),
  );
  expect(shapes.size).toBe(12);
  for (const href of shapes.values()) {
    const answer = await page.request.get(href);
    const kind = BEGINS[href.slice(href.lastIndexOf('.') + 1)];
    expect(answer.status(), href).toBe(200);
    expect(answer.headers()['content-type'], href).toMatch(kind?.type ?? /never/);
    expect(answer.headers()['content-disposition'], href).toMatch(/^attachment; filename=".+"; filename\*=UTF-8''/);
    expect((await answer.body()).subarray(0, 8).toString('latin1'), href).toMatch(kind?.bytes ?? /never/);
  }
  const unknown = [...shapes.values()][0]?.replace(/[^/]+$/, 'framework.exe') ?? '';
  expect((await page.request.get(unknown)).status()).toBe(404);
  nothingWrong();
});
