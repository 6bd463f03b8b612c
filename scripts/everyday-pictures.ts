// The guide's pictures of what everybody reads between rounds: goals, a decision, the year wheel, and the search over all of it.
import type { Page } from '@playwright/test';
import { demoDecision } from '../demo/decision.ts';
import { demoGoals } from '../demo/goals.ts';
import { picture, say } from './picture.ts';

/** Reads what the demo's leaders have written. */
export async function asEverydayReader(page: Page): Promise<void> {
  await page.goto('/fjordby/goals');
  await open(page, demoGoals[0]?.title ?? '');
  await picture(page, 'goal', { height: 1230 });
  await page.goto('/fjordby/goals/coverage');
  await picture(page, 'goals-coverage');
  await page.goto('/fjordby/decisions');
  await open(page, demoDecision.title);
  await picture(page, 'decision', { height: 1080 });
  await page.goto('/fjordby/year');
  await picture(page, 'year', { height: 1130 });
  await page.goto('/fjordby');
  const box = page.getByRole('searchbox', { name: say('search_label') }).first();
  await box.fill('borgerne');
  await box.press('Enter');
  await page.waitForURL(/\/search\?/);
  await picture(page, 'search');
}

async function open(page: Page, title: string): Promise<void> {
  await page.locator('main').getByRole('link', { name: title }).first().click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}
