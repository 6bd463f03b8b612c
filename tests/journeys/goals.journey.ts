// A leader sets a goal for the unit, chooses what to see it by, enters figures with a slip on the way, and an employee reads it.
import { expect, test } from '@playwright/test';
import { expectWellBuilt, signInAs, watchConsole } from './person.ts';

test('AA12 HO3 a leader sets a goal seen by the users, and an employee follows its figures from the statement it rests on', async ({
  page,
}, { project }) => {
  const title = `Færre aflyste besøg ${project.name}${process.env.PEJLING_JOURNEY_RUN ?? ''}`;
  const nothingWrong = watchConsole(page);
  await signInAs(page, 'Mette Sørensen');
  await page.goto('/fjordby/goals');
  await page.getByRole('link', { name: 'Nyt mål' }).click();

  await test.step('what is missing is said, and nothing typed is lost', async () => {
    await page.getByLabel('Mål', { exact: true }).fill(title);
    await page.getByRole('textbox', { name: 'Hvorfor' }).fill('Et aflyst besøg er en dag uden den hjælp, der var lovet.');
    await page.getByRole('button', { name: 'Gem' }).click();
    await expect(page.getByRole('alert')).toContainText('Vælg mindst ét blik');
    await expect(page.getByLabel('Mål', { exact: true })).toHaveValue(title);
    await expectWellBuilt(page);
  });

  await page.getByLabel('Brugernes blik').check();
  await page.locator('summary', { hasText: 'Nærvær' }).click();
  await page.getByLabel('Nærvær', { exact: true }).check();
  await page.getByRole('button', { name: 'Gem' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);

  await test.step('an indicator, and a figure that can be read in two ways', async () => {
    await page.getByRole('link', { name: 'Tilføj en indikator' }).click();
    await page.getByLabel('Hvad måler I?').fill('Aflyste besøg');
    await page.getByLabel('Måles i').fill('pr. måned');
    await page.getByLabel('Lavere er bedre').check();
    await page.getByRole('textbox', { name: 'Mål', exact: true }).fill('10');
    await page.getByRole('button', { name: 'Gem' }).click();
    await page.getByRole('textbox', { name: 'Tal', exact: true }).fill('1.200');
    await page.getByRole('button', { name: 'Gem tallet' }).click();
    await expect(page.getByRole('alert')).toContainText('to måder');
    await page.locator('summary', { hasText: 'Indsæt mange tal' }).click();
    await page.getByLabel('Linjer').fill('Dato;Tal\n31-1-2026;24\n30-4-2026;17,5\n31-7-2026;12');
    await page.getByRole('button', { name: 'Gem tallene' }).click();
    await expect(page.getByText('Nye eller rettede tal: 3')).toBeVisible();
    await expectWellBuilt(page);
  });

  await test.step('two windows: one refused for a field first still does not write over the other', async () => {
    await page.locator('main').getByRole('link', { name: title }).first().click();
    await page.getByRole('link', { name: 'Ret målet' }).click();
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByRole('textbox', { name: 'Hvorfor' }).fill('Skrevet i det andet vindue.');
    await other.getByRole('button', { name: 'Gem' }).click();
    await expect(other.getByText('Skrevet i det andet vindue.')).toBeVisible();
    await other.close();
    await page.getByLabel('Mål', { exact: true }).fill('');
    await page.getByRole('button', { name: 'Gem' }).click();
    await page.getByLabel('Mål', { exact: true }).fill(title);
    await page.getByRole('button', { name: 'Gem' }).click();
    await expect(page.getByText('Skrevet i det andet vindue.')).toBeVisible();
    await expect(page).toHaveURL(/description/);
  });

  await test.step('an employee finds it from the statement', async () => {
    await signInAs(page, 'Amina Hussein');
    await page.goto('/fjordby/goals?q=aflyste');
    await page.getByRole('link', { name: title }).click();
    await expect(page.getByRole('paragraph').filter({ hasText: /det er 2\s+pr\. måned over/ })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Ret målet' })).toHaveCount(0);
    await expectWellBuilt(page);
    await page.getByRole('link', { name: 'Nærvær' }).click();
    await page
      .locator('summary', { hasText: /bruges|brugt/i })
      .first()
      .click();
    await expect(page.getByRole('link', { name: title })).toBeVisible();
  });
  nothingWrong();
});
