// In an organisation with many units they are searched for inside forms: what else was typed stays, and Enter does what one expects.
import { expect, test } from '@playwright/test';
import { expectWellBuilt, signInAs, watchConsole } from './person.ts';

test('AA12 Enter searches when words to look for were just typed, and saves otherwise; nothing typed is lost', async ({
  page,
}) => {
  const nothingWrong = watchConsole(page);
  await signInAs(page, 'Lene Kragh');
  await page.goto('/fjordby/goals/new');
  const title = page.getByLabel('Mål', { exact: true });
  const search = page.getByLabel('Find en enhed');
  const found = page.getByRole('status').filter({ hasText: /Fundet|Skriv lidt mere/ });
  await title.fill('Kortere ventetid');
  await search.fill('hjemme');
  await search.press('Enter');
  await expect(found).toBeVisible();
  await expect(title).toHaveValue('Kortere ventetid');
  await expect(page.getByText('Feltet skal udfyldes.')).toHaveCount(0);
  await page
    .getByRole('radio', { name: /hjemme/i })
    .first()
    .check();
  await title.press('Enter');
  await expect(page.getByRole('link', { name: 'Feltet skal udfyldes.' }).first()).toBeVisible();
  await expect(title).toHaveValue('Kortere ventetid');
  await expect(page.getByRole('radio', { name: /hjemme/i }).first()).toBeChecked();
  nothingWrong();
});

test('AA1 whom a framework concerns is found by searching where there are many units, and what was chosen stays chosen', async ({
  page,
}, { project }) => {
  const nothingWrong = watchConsole(page);
  await signInAs(page, 'Lene Kragh');
  await page.goto('/fjordby/frameworks/import');
  const words = `Enheders ledelse ${project.name}\n\n1. Ro\nVi taler sammen, før vi bestemmer os.\n\n2. Retning\nVi siger, hvor vi skal hen.\n`;
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'enheder.txt', mimeType: 'text/plain', buffer: Buffer.from(words) });
  await page.getByRole('button', { name: 'Læs dokumentet' }).click();
  await expect(page).toHaveURL(/\/draft/);
  await page.goto(`${page.url().replace(/\/draft.*/, '')}/draft/cover/purpose`);
  await page.getByText('Enheder (valgt: 0)').first().click();
  expect(await page.getByRole('checkbox').count(), 'no list of every unit').toBeLessThan(20);
  const owner = page.getByLabel('Ejer');
  await owner.fill('Direktionen');
  await page.getByLabel('Find en enhed').fill('hjemme');
  await page.getByLabel('Find en enhed').press('Enter');
  const unit = page.getByRole('checkbox', { name: /hjemme/i }).first();
  await unit.check();
  await expectWellBuilt(page);
  await expect(owner).toHaveValue('Direktionen');
  await owner.press('Enter');
  await expect(page.getByText('Det er gemt.')).toBeVisible();
  await page.getByText('Enheder (valgt: 1)').first().click();
  await expect(unit).toBeChecked();
  nothingWrong();
});
