// Two things at the same moment, and moments that do not exist.
import { expect, test, type Page } from '@playwright/test';
import { documentIn } from './hostile-files.ts';
import { ownBrowser, settleNeighbour, type Neighbour } from './neighbour.ts';
import { expectWellBuilt, signInAs } from './person.ts';
import { post, walk } from './site.ts';

let nabo: Neighbour;
test.beforeAll(({}, { project }) => {
  nabo = settleNeighbour('moments', project.name);
});

/** A draft of a round with the neighbour's framework. */
async function newRound(page: Page, slug: string, title: string): Promise<string> {
  await page.goto(`/${slug}/rounds/new`);
  await page.getByRole('textbox').first().fill(title);
  await page.getByRole('radio').first().check();
  await page.locator('main form').getByRole('button').click();
  await expect(page).toHaveURL(/\/rounds\/[0-9a-f-]{36}\/themes/);
  return page.url().replace(/\/themes.*/, '');
}

/** The next night in which the clock is put forward (March) or back (October), and an hour that is skipped or comes twice. */
function nightOf(month: 3 | 10): string {
  for (let year = new Date().getFullYear(); ; year++) {
    const last = new Date(Date.UTC(year, month, 0));
    last.setUTCDate(last.getUTCDate() - last.getUTCDay());
    if (last > new Date(Date.now() + 86_400_000)) return last.toISOString().slice(0, 10);
  }
}

for (const [month, says, offsets] of [
  [3, 'Uret stilles frem den nat', ['+01:00', '+02:00']],
  [10, 'Uret stilles tilbage den nat', ['+02:00', '+01:00']],
] as const)
  test(`a closing in the hour when the clock changes in month ${month} is asked about, with nothing typed lost`, async ({
    page,
  }) => {
    await signInAs(page, 'Lene Kragh', nabo.name);
    const round = await newRound(page, nabo.slug, `Ur ${month}`);
    await page.goto(`${round}/settings`);
    await page.locator('[name=closes_date]').fill(nightOf(month));
    await page.locator('[name=closes_time]').fill('02:30');
    await page.locator('[name=purpose]').fill('Vi vil tale sammen.');
    const save = () => page.getByRole('button', { name: /^Gem/ }).first().click();
    await save();
    await expect(page.getByText(says).first()).toBeVisible();
    await expect(page.locator('[name=purpose]')).toHaveValue('Vi vil tale sammen.');
    await expectWellBuilt(page);
    const choices = page.locator('[name=closes_choice]');
    await expect(choices).toHaveCount(2);
    for (const offset of offsets) await expect(page.getByText(offset).first()).toBeVisible();
    await page.getByRole('radio', { name: new RegExp(offsets[0].replace('+', '\\+')) }).check();
    await save();
    await expect(page).toHaveURL(round);
    await page.goto(`${round}/settings`);
    await expect(page.locator('[name=purpose]')).toHaveValue('Vi vil tale sammen.');
    await expect(page.locator('[name=closes_date]')).toHaveValue(nightOf(month));
  });

test('two who edit the same statement both keep their words, also where the page has no program', async ({ page, browser }) => {
  await signInAs(page, 'Lene Kragh', nabo.name);
  await page.goto(`/${nabo.slug}/frameworks/import`);
  await page.locator('input[type=file]').setInputFiles({ name: 'to.txt', mimeType: 'text/plain', buffer: documentIn('utf-16') });
  await page.getByRole('button', { name: 'Læs dokumentet' }).click();
  await expect(page).toHaveURL(/\/draft/);
  const draft = page.url().replace(/[?#].*/, '');
  const href = await page.locator('a[href*="?element="]').first().getAttribute('href');
  const element = /element=([^#&]+)/.exec(href ?? '')?.[1] ?? '';
  const other = await ownBrowser(browser);
  await signInAs(other, 'Lene Kragh', nabo.name);
  for (const one of [page, other]) {
    await one.route('**/workbench/workbench-*.js', (route) => route.abort());
    await one.goto(`${draft}?element=${element}`);
  }
  const saveAs = async (who: Page, title: string) => {
    await who.locator('#edit-title').fill(title);
    await who
      .locator('form', { has: who.locator('#edit-title') })
      .getByRole('button')
      .first()
      .click();
  };
  // The words also stand in lists that are not open.
  const seen = (who: Page, words: string) => who.getByText(words).and(who.locator(':visible')).first();
  await saveAs(page, 'Den førstes ord');
  await expect(seen(page, 'Den førstes ord')).toBeVisible();
  await saveAs(other, 'Den andens ord');
  await expect(seen(other, 'En anden har rettet udsagnet, mens du skrev')).toBeVisible();
  await expect(other.locator('#mine-title')).toHaveValue('Den andens ord');
  await expect(seen(other, 'Den førstes ord')).toBeVisible();
  await expectWellBuilt(other);
  await other.getByRole('button', { name: 'Gem min alligevel' }).click();
  await expect(seen(other, 'Den andens ord')).toBeVisible();
  await page.reload();
  await expect(seen(page, 'Den andens ord')).toBeVisible();
  await other.context().close();
});

test('two who change the same round: the second is told, and what was typed stands in the fields', async ({ page, browser }) => {
  await signInAs(page, 'Lene Kragh', nabo.name);
  const round = await newRound(page, nabo.slug, 'To på én gang');
  const other = await ownBrowser(browser);
  await signInAs(other, 'Lene Kragh', nabo.name);
  for (const one of [page, other]) await one.goto(`${round}/settings`);
  const saveAs = async (who: Page, purpose: string) => {
    await who.locator('[name=purpose]').fill(purpose);
    await who.getByRole('button', { name: /^Gem/ }).first().click();
  };
  await saveAs(page, 'Den førstes formål');
  await expect(page).toHaveURL(round);
  await saveAs(other, 'Den andens formål');
  await expect(other.locator('[name=purpose]')).toHaveValue('Den andens formål');
  await expect(other.getByRole('alert').or(other.locator('.alert, .error-summary')).first()).toBeVisible();
  await expectWellBuilt(other);
  await page.goto(`${round}/settings`);
  await expect(page.locator('[name=purpose]')).toHaveValue('Den førstes formål');
  await other.context().close();
});

test('a form sent twice at once is done once or refused, never an error of ours', async ({ page, baseURL }, { project }) => {
  test.skip(project.name !== 'desktop', 'the size of the window changes nothing here');
  await signInAs(page, 'Lene Kragh', nabo.name);
  const origin = baseURL ?? '';
  const tried = new Set<string>();
  for (const { forms } of await walk(page.request, nabo.slug))
    for (const { action, fields } of forms) {
      const kind = action.replaceAll(/[0-9a-f-]{36}/g, ':id');
      // Language, and files, which have a journey of their own.
      if (tried.has(kind) || fields.some(({ name }) => ['document', 'file'].includes(name))) continue;
      tried.add(kind);
      await test.step(kind, async () => {
        const sent = Object.fromEntries(fields.map(({ name, value }) => [name, value || 'Prøve']));
        const answers = await Promise.all([post(page.request, origin, action, sent), post(page.request, origin, action, sent)]);
        for (const answer of answers) expect(answer.status()).toBeLessThan(500);
      });
    }
  expect(tried.size).toBeGreaterThan(10);
});
