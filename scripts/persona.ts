// The people of the demo, each in a window of their own, and the rounds they find there.
import { chromium, expect, type Browser, type Page } from '@playwright/test';
import { findBrowser } from './browser.ts';
import { SCREEN } from './picture.ts';

/** A browser that speaks Danish where it can, and the address of the Pejling to walk through. */
export type Visit = { browser: Browser; address: string };

/** Starts the browser; its owner closes it. */
export async function startBrowser(): Promise<Browser> {
  const { executablePath, args, env } = await findBrowser();
  const language = { LANGUAGE: 'da_DK', LANG: 'da_DK.UTF-8' };
  return chromium.launch({
    executablePath,
    args: [...args, '--lang=da-DK'],
    env: { ...process.env, ...env, ...language } as Record<string, string>,
  });
}

/** One of the demo's people at work. */
export async function as({ browser, address }: Visit, persona: string, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: SCREEN, baseURL: address, locale: 'da-DK', colorScheme: 'light' });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto('/sign-in');
  await page.getByRole('button', { name: persona }).click();
  await page.waitForURL(/\/fjordby$/);
  await work(page);
  await context.close();
}

/** The address of the newest round in this state. An open round of a new demo is being prepared for some seconds first. */
export async function roundIn(page: Page, state: string): Promise<string> {
  const row = page
    .getByRole('row')
    .filter({ has: page.getByText(state, { exact: true }) })
    .first();
  await expect(async () => {
    await page.goto('/fjordby/rounds');
    expect(await row.count(), `a round is ${state}`).toBeGreaterThan(0);
  }).toPass({ timeout: 120_000 });
  const link = await row.getByRole('link').first().getAttribute('href');
  return (link ?? '').split('/').slice(0, 4).join('/');
}
