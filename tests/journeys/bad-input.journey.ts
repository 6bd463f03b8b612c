// What people and others do wrong, end to end through the pages where they meet it. Everywhere: no answer of 500 or more, a sentence
// that says what to do, nothing lost, nothing told.
//
//   empty, 20 MB, encrypted, password PDF, image-only PDF, ZIP bomb, NUL bytes   here, "hostile documents" and "hostile tables"
//   wrong encoding, a million columns, CSV with formulas                        here
//   larger than any form may be                                                  here, "a file larger than"
//   unknown organisation, foreign ids, NUL and nonsense in addresses and fields  bad-input-addresses.journey.ts
//   replayed token, token of another round, double submit, closed round          bad-input-ballots.journey.ts
//   clock change at the closing hour, two editors at once, double clicks         bad-input-moments.journey.ts
import { expect, test, type Page } from '@playwright/test';
import { documentIn, hostileDocuments, hostileTables, tableWithFormulas, type HostileFile } from './hostile-files.ts';
import { settleNeighbour, type Neighbour } from './neighbour.ts';
import { expectWellBuilt, signInAs } from './person.ts';

test.skip(({ isMobile }) => isMobile, 'the size of the window changes nothing here');

let nabo: Neighbour;
test.beforeAll(({}, { project }) => {
  if (project.name === 'desktop') nabo = settleNeighbour('files', project.name);
});

async function upload(page: Page, path: string, field: string, file: Pick<HostileFile, 'name' | 'bytes'>) {
  const multipart = { [field]: { name: file.name, mimeType: 'application/octet-stream', buffer: file.bytes } };
  const { origin } = new URL(page.url());
  return page.request.post(path, { multipart, headers: { origin, accept: 'text/html' }, maxRedirects: 0 });
}

/** A document that takes its time: the page shows how far it is, asks again by itself, and in the end says what to do. */
async function readToTheEnd(page: Page, progress: string, says: string) {
  await page.goto(progress);
  await expect(page.getByText(says).first()).toBeVisible();
  await expectWellBuilt(page);
  await page.getByRole('button', { name: 'Fjern linjen' }).click();
  await expect(page.getByText('Læsningen er stoppet')).toBeVisible();
}

for (const [kind, path, field, files] of [
  ['hostile documents', 'frameworks/import', 'document', hostileDocuments],
  ['hostile tables', 'people/intake', 'file', hostileTables],
] as const)
  test(`${kind} are each refused with what to do about it, and nothing is kept`, async ({ page }) => {
    await signInAs(page, 'Lene Kragh', nabo.name);
    const address = `/${nabo.slug}/${path}`;
    const list = async () => (await page.request.get(`/${nabo.slug}/${path.startsWith('people') ? path : 'frameworks'}`)).text();
    const before = (await list()).length;
    for (const file of files())
      await test.step(file.what, async () => {
        const answer = await upload(page, address, field, file);
        if (answer.status() === 303) return readToTheEnd(page, answer.headers()['location'] ?? '', file.says);
        expect(answer.status()).toBe(400);
        expect(await answer.text()).toContain(file.says);
      });
    expect((await list()).length).toBe(before);
    await page.goto(address);
    const [first] = files();
    await page
      .locator(`input[name=${field}]`)
      .setInputFiles({ name: first?.name ?? '', mimeType: 'text/plain', buffer: Buffer.from('') });
    await page.getByRole('button', { name: /^Læs/ }).click();
    await expect(page.getByText(first?.says ?? '').first()).toBeVisible();
    await expectWellBuilt(page);
  });

test('a file larger than any form may be is refused before it is read, with a page that says so', async ({ page }) => {
  await signInAs(page, 'Lene Kragh', nabo.name);
  for (const [path, field] of [
    ['frameworks/import', 'document'],
    ['people/intake', 'file'],
  ] as const) {
    const answer = await upload(page, `/${nabo.slug}/${path}`, field, {
      name: 'stor.txt',
      bytes: Buffer.alloc(26 * 1024 * 1024, 'a'),
    });
    expect(answer.status()).toBe(413);
    expect(await answer.text()).toContain('højst fylde 20 MB');
  }
  await page.goto(`/${nabo.slug}/frameworks/import`);
  const file = { name: 'stor.txt', mimeType: 'text/plain', buffer: Buffer.alloc(26 * 1024 * 1024, 'a') };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Læs dokumentet' }).click();
  await expect(page.getByText('højst fylde 20 MB').first()).toBeVisible();
  await expectWellBuilt(page);
});

test('a document in an older encoding is read with all its letters', async ({ page }) => {
  await signInAs(page, 'Lene Kragh', nabo.name);
  for (const encoding of ['windows-1252', 'utf-16'] as const) {
    const answer = await upload(page, `/${nabo.slug}/frameworks/import`, 'document', {
      name: 'ærøsk.txt',
      bytes: documentIn(encoding),
    });
    expect(answer.status()).toBe(303);
    await page.goto(answer.headers()['location'] ?? '');
    await expect(page).toHaveURL(/\/draft/);
    const draft = await page.content();
    expect(draft).toContain('Ledelse på ærøsk');
    expect(draft).toContain('Åbenhed');
  }
});

test('formulas in a file of people are names, and leave as text that no spreadsheet computes', async ({ page }) => {
  await signInAs(page, 'Lene Kragh', nabo.name);
  const today = await (await page.request.get(`/${nabo.slug}/people/organisation.csv`)).text();
  const rows = today.replace('\ufeff', '').trimEnd().split('\r\n');
  const top = rows.find((row, at) => at > 0 && row.split(';')[2] === '')?.split(';')[0] ?? '';
  const bytes = Buffer.from(tableWithFormulas(rows).toString('latin1').replaceAll('ø1;', `${top};`), 'latin1');
  const answer = await upload(page, `/${nabo.slug}/people/intake`, 'file', { name: 'formler.csv', bytes });
  expect(answer.status()).toBe(303);
  await page.goto(answer.headers()['location'] ?? '');
  await expect(page.getByText('=HYPERLINK', { exact: false }).first()).toBeVisible();
  await expectWellBuilt(page);
  await page.getByRole('button', { name: 'Godkend, og gem' }).click();
  await expect(page.getByText('Filen er godkendt').first()).toBeVisible();
  const after = await (await page.request.get(`/${nabo.slug}/people/organisation.csv`)).text();
  expect(after).toContain("'=HYPERLINK");
  expect(after).toContain('Ærlig');
  for (const cell of after.replace('\ufeff', '').split(/\r\n|;/)) expect(cell).not.toMatch(/^"?[=+@-]/);
});
