// G18, G19: an editor makes the framework public; a stranger reads it, links to a statement, and sees nothing else; it is taken back.
import { expect, test } from '@playwright/test';
import { expectWellBuilt, signInAs, watchConsole } from './person.ts';

const TITLE = 'Sammen holder vi kursen';

test('G19 a framework made public is read by a stranger without cookies, and is gone once it is taken back', async ({
  page,
  browser,
}) => {
  const nothingWrong = watchConsole(page);
  await signInAs(page, 'Lene Kragh');
  await page.goto('/fjordby/frameworks');
  const card = page.locator('main .card').filter({ hasText: TITLE });
  await card.getByRole('link', { name: 'Versioner og forløb' }).click();
  await page.getByRole('link', { name: 'Vis det uden for organisationen' }).click();
  await page.getByLabel('Adresse', { exact: true }).fill('Ikke en adresse!');
  await page.getByLabel(/Hvem kan man spørge/).fill('HR i Fjordby');
  await page.getByRole('button', { name: 'Gør offentligt' }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(page.getByLabel('Adresse', { exact: true })).toHaveValue('Ikke en adresse!');
  await expect(page.getByLabel(/Hvem kan man spørge/)).toHaveValue('HR i Fjordby');
  await page.getByLabel('Adresse', { exact: true }).fill('vores-kurs');
  await page.getByRole('button', { name: 'Gør offentligt' }).click();
  await expectWellBuilt(page);

  await page.getByLabel('Adresse på hjemmesiden').fill('https://intranet.fjordby.example');
  await page.getByRole('button', { name: 'Tilføj' }).click();

  const outside = await browser.newContext();
  const stranger = await outside.newPage();
  const answer = await stranger.goto('/public/fjordby/vores-kurs');
  expect(answer?.headers()['cache-control']).toBe('public, max-age=300');
  expect(answer?.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
  await expect(stranger.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
  await expect(stranger.getByText('HR i Fjordby')).toBeVisible();
  await expectWellBuilt(stranger);
  const link = stranger.locator('article a.permalink').nth(4);
  const address = (await link.getAttribute('href')) ?? '';
  await link.click();
  await expect(stranger).toHaveURL(new RegExp(`${address}$`));
  await expectWellBuilt(stranger);
  const framed = await stranger.goto('/public/fjordby/vores-kurs/embed');
  expect(framed?.headers()['content-security-policy']).toContain('frame-ancestors https://intranet.fjordby.example');
  expect(framed?.headers()['x-frame-options']).toBeUndefined();
  expect(await outside.cookies()).toEqual([]);
  expect((await stranger.goto('/public/fjordby/findes-ikke'))?.status()).toBe(404);

  await page.getByRole('button', { name: /^Fjern/ }).click();
  await page.getByRole('button', { name: 'Tag tilbage' }).click();
  // Asked past the browser's own memory, which may keep a public page for five minutes.
  for (const gone of ['/public/fjordby/vores-kurs', address]) expect((await stranger.request.get(gone)).status()).toBe(404);
  await outside.close();
  nothingWrong();
});
