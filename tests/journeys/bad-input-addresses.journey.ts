// Addresses and fields that nobody's page offers: other organisations' ids, organisations that are not there, nonsense, NUL.
import { expect, test } from '@playwright/test';
import { settleNeighbour, type Neighbour } from './neighbour.ts';
import { expectWellBuilt, signInAs } from './person.ts';
import { mainText, post, walk, type FoundPage } from './site.ts';

test.skip(({ isMobile }) => isMobile, 'the size of the window changes nothing here');

const NOBODYS = '0191f3c0-0000-7000-8000-000000000000';
let nabo: Neighbour;
test.beforeAll(({}, { project }) => {
  if (project.name === 'desktop') nabo = settleNeighbour('addresses', project.name);
});

test('Lene of Fjordby cannot reach anything of her neighbour: neither at its address nor with its ids at her own', async ({
  page,
}) => {
  await signInAs(page, 'Lene Kragh', nabo.name);
  const theirs = (await walk(page.request, nabo.slug)).filter(({ path }) => /[0-9a-f]{8}-/.test(path));
  expect(new Set(theirs.map(({ shape }) => shape)).size).toBeGreaterThan(15);
  await page.context().clearCookies();
  await signInAs(page, 'Lene Kragh');
  const nothing = mainText(await (await page.request.get(`/fjordby/rounds/${NOBODYS}`)).text());
  expect(nothing).toContain('Siden findes ikke');
  for (const { path } of theirs)
    for (const address of [path, path.replace(`/${nabo.slug}/`, '/fjordby/')])
      await test.step(address, async () => {
        const answer = await page.request.get(address);
        expect(answer.status()).toBe(404);
        if (answer.headers()['content-type']?.startsWith('text/html') === true)
          expect(mainText(await answer.text())).toBe(nothing);
      });
  await page.goto(theirs.at(-1)?.path ?? '');
  await expectWellBuilt(page);
});

test('no form takes an id of a neighbour, and nothing of the neighbour changes', async ({ page, baseURL }) => {
  const origin = baseURL ?? '';
  await signInAs(page, 'Lene Kragh', nabo.name);
  const theirs = await walk(page.request, nabo.slug);
  await page.context().clearCookies();
  await signInAs(page, 'Lene Kragh');
  for (const { path, forms } of theirs)
    for (const { action, fields } of forms)
      for (const address of [action, action.replace(`/${nabo.slug}/`, '/fjordby/')]) {
        // At Fjordby's own address only what carries an id of the neighbour is tried: the rest would be Lene's own work.
        const carried = fields.some(({ hidden, value }) => hidden && /[0-9a-f]{8}-/.test(value)) || /[0-9a-f]{8}-/.test(address);
        if (address.startsWith('/fjordby/') && !carried) continue;
        await test.step(`${path}: ${address}`, async () => {
          const answer = await post(
            page.request,
            origin,
            address,
            Object.fromEntries(fields.map(({ name, value }) => [name, value || 'x'])),
          );
          expect([400, 404, 409]).toContain(answer.status());
        });
      }
  await page.context().clearCookies();
  await signInAs(page, 'Lene Kragh', nabo.name);
  const after = new Map((await walk(page.request, nabo.slug)).map((found) => [found.path, mainText(found.text)]));
  for (const { path, text } of theirs) if (isQuiet(path)) expect(after.get(path)).toBe(mainText(text));
});

/** Pages that stay as they are: the trail notes who signs in and reads what, the first page tells of it, and a round's own page counts. */
function isQuiet(path: string): boolean {
  return /\/(frameworks|people|rounds)\b/.test(path) && !/\/reports\/|\/rounds\/[^/]+$/.test(path);
}

test('nonsense in an address is a page that does not exist, never an error of ours', async ({ page }) => {
  await signInAs(page, 'Lene Kragh', nabo.name);
  const pages = await walk(page.request, nabo.slug);
  const nonsense = ['x', '%00', '-1', NOBODYS, `${NOBODYS}%00`, 'a'.repeat(3000), '..%2f..', '%F0%9F%92%A5'];
  for (const shape of new Set(pages.filter(({ shape }) => shape.includes(':id')).map((found) => found.shape)))
    for (const wrong of nonsense)
      await test.step(`${shape} ${wrong.slice(0, 40)}`, async () => {
        const answer = await page.request.get(shape.replaceAll(':id', wrong));
        expect([400, 404]).toContain(answer.status());
      });
  for (const { path } of pages)
    for (const query of [
      '?q=%00',
      '?page=-1',
      '?page=1e99',
      '?page=x',
      '?element=%00',
      `?rest=${NOBODYS}`,
      '?done=x',
      '?kind=%00&change=x',
    ])
      await test.step(path + query, async () => expect((await page.request.get(path + query)).status()).toBeLessThan(500));
  for (const path of [
    '/%E0%A4%A',
    '/nordstrand',
    '/nordstrand/rounds',
    '/answer/open/x',
    '/answer/open/1.x',
    '/sign-in/0.x',
    '/answer/ballot',
    '/urn/1/x',
  ])
    await test.step(path, async () => expect((await page.request.get(path)).status()).toBeLessThan(500));
});

test('fields with NUL, with too much, of another kind or missing are mended or refused, never an error of ours', async ({
  page,
  baseURL,
}) => {
  await signInAs(page, 'Lene Kragh', nabo.name);
  const origin = baseURL ?? '';
  const forms = distinctForms(await walk(page.request, nabo.slug));
  const opens = [
    { action: '/sign-in', fields: [{ name: 'email', value: '', hidden: false }] },
    { action: '/answer', fields: [{ name: 'code', value: '', hidden: false }] },
  ];
  for (const { action, fields } of [...forms, ...opens]) {
    const filled = (value: string) => Object.fromEntries(fields.map((field) => [field.name, field.hidden ? field.value : value]));
    const all = (value: string) => Object.fromEntries(fields.map((field) => [field.name, value]));
    const attempts = [filled('x\0y'), all('\0'), filled('æ'.repeat(100_000)), all('-1'), all('1e999'), {}];
    await test.step(action, async () => {
      for (const attempt of attempts) expect((await post(page.request, origin, action, attempt)).status()).toBeLessThan(500);
      for (const type of [
        'multipart/form-data',
        'application/x-www-form-urlencoded; charset=x',
        'application/json',
        'text/plain',
      ])
        expect(
          (await page.request.post(action, { data: '{"a', headers: { origin, 'content-type': type }, maxRedirects: 0 })).status(),
        ).toBeLessThan(500);
    });
  }
});

/** One form of each kind: forms that differ only in ids are the same. */
function distinctForms(pages: FoundPage[]) {
  const kinds = new Map(
    pages.flatMap(({ forms }) => forms).map((form) => [form.action.replaceAll(/[0-9a-f-]{36}/g, ':id'), form]),
  );
  return [...kinds.values()];
}
