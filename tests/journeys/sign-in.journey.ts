import { expect, test } from '@playwright/test';
import { expectWellBuilt, signInAs, watchConsole } from './person.ts';

test('a visitor becomes Mette with one click, and signs out again', async ({ page }) => {
  const nothingWrong = watchConsole(page);
  await page.goto('/');
  await expect(page).toHaveURL(/\/sign-in$/);
  await expectWellBuilt(page);
  await signInAs(page, 'Mette Sørensen');
  await expectWellBuilt(page);
  nothingWrong();
});

test('the sign-in page is in English for who chooses English', async ({ page }) => {
  await page.goto('/language?to=en&from=/sign-in');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('a mail address that is not one gets a sentence that says what to do', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('Din arbejdsmail').fill('mette');
  await page.getByRole('button', { name: 'Send link' }).click();
  await expect(page.getByText('Skriv en gyldig mailadresse').first()).toBeVisible();
  await expectWellBuilt(page);
});

test('an unknown organisation, and another one than mine, look the same: the page does not exist', async ({ page }) => {
  await signInAs(page, 'Mette Sørensen');
  for (const path of ['/nordstrand', '/nordstrand/rounds', '/fjordby/nothing']) {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Siden findes ikke');
  }
  await expectWellBuilt(page);
});
