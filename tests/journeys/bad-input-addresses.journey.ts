// Addresses and fields that nobody's page offers: other organisations' ids, organisations that are not there, nonsense, NUL.
import { expect, test, type Page } from '@playwright/test';
import { settleNeighbour, type Neighbour } from './neighbour.ts';
import { expectWellBuilt, signInAs } from './person.ts';
import { mainText, post, walk, type FoundPage } from './site.ts';

test.skip(({ isMobile }) => isMobile, 'the size of the window changes nothing here');

const TYPES = ['multipart/form-data', 'application/x-www-form-urlencoded; charset=x', 'application/json', 'text/plain'];
const NOBODYS = '0191f3c0-0000-7000-8000-000000000000';
// In npm test nonsense goes around: each page gets some of it, and all of it is tried. The whole matrix tries all of it on each.
const WHOLE = process.env.PEJLING_MATRIX === '1';
const some = <T>(all: readonly T[], at: number, most: number) =>
  WHOLE ? all : Array.from({ length: most }, (_, step) => all[(at * most + step) % all.length] as T);

let nabo: Neighbour;
let walked: FoundPage[] | undefined;
/** Every page of the neighbour as its own Lene reaches them; walked once. */
const pagesOf = async (page: Page) => (walked ??= await walk(page.request, nabo.slug));

test.beforeAll(({}, { project }) => {
  if (project.name === 'desktop') nabo = settleNeighbour('addresses', project.name);
});

test('Lene of Fjordby cannot reach anything of her neighbour: neither at its address nor with its ids at her own', async ({
  page,
}) => {
  await signInAs(page, 'Lene Kragh', nabo.name);
  const theirs = (await pagesOf(page)).filter(({ path }) => /[0-9a-f]{8}-/.test(path));
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
  const theirs = await pagesOf(page);
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
  const pages = await pagesOf(page);
  const nonsense = ['x', '%00', '-1', NOBODYS, `${NOBODYS}%00`, 'a'.repeat(3000), '..%2f..', '%F0%9F%92%A5'];
  const shapes = new Set(pages.filter(({ shape }) => shape.includes(':id')).map((found) => found.shape));
  for (const [at, shape] of [...shapes].entries())
    for (const wrong of some(nonsense, at, 3))
      await test.step(`${shape} ${wrong.slice(0, 40)}`, async () => {
        const answer = await page.request.get(shape.replaceAll(':id', wrong));
        expect([400, 404]).toContain(answer.status());
      });
  const queries = [
    '?q=%00',
    '?page=-1',
    '?page=1e99',
    '?page=x',
    '?element=%00',
    `?rest=${NOBODYS}`,
    '?done=x',
    '?kind=%00&change=x',
  ];
  for (const [at, { path }] of pages.entries())
    for (const query of some(queries, at, 3))
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
  const forms = distinctForms(await pagesOf(page));
  const opens = [
    { action: '/sign-in', fields: [{ name: 'email', value: '', hidden: false }] },
    { action: '/answer', fields: [{ name: 'code', value: '', hidden: false }] },
  ];
  for (const [at, { action, fields }] of [...forms, ...opens].entries()) {
    const filled = (value: string) => Object.fromEntries(fields.map((field) => [field.name, field.hidden ? field.value : value]));
    const all = (value: string) => Object.fromEntries(fields.map((field) => [field.name, value]));
    const attempts = [filled('x\0y'), all('\0'), filled('æ'.repeat(100_000)), all('-1'), all('1e999'), {}];
    await test.step(action, async () => {
      for (const attempt of some(attempts, at, 4))
        expect((await post(page.request, origin, action, attempt)).status()).toBeLessThan(500);
      for (const type of some(TYPES, at, 1))
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
