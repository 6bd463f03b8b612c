// The guide's pictures of the framework itself: workbench, matrix, history, difference, hearing, units' words, merger, public page, health.
import path from 'node:path';
import type { Page } from '@playwright/test';
import { demoFrameworkTitle } from '../demo/framework.ts';
import { picture, say } from './picture.ts';

const LIST = '/fjordby/frameworks';
const EXAMPLE = path.resolve(import.meta.dirname, '../docs/guide/example/ledelse-i-nyby.md');
const press = (page: Page, key: string) =>
  page
    .getByRole('button', { name: say(key), exact: true })
    .first()
    .click();

/** Walks through everything an editor does with a framework, and takes a picture at each place. */
export async function asFrameworkEditor(page: Page): Promise<void> {
  await page.goto(LIST);
  const card = page.locator('main .card').filter({ hasText: demoFrameworkTitle.da });
  const overview = (await card.getByRole('link', { name: say('versions_to_overview') }).getAttribute('href')) ?? '';
  const current = (await card.getByRole('link').first().getAttribute('href')) ?? '';
  await page.goto(`${current}/matrix`);
  await picture(page, 'matrix');
  await page.goto(`${overview}/health`);
  await picture(page, 'health');
  await unitsWords(page, overview);
  await publicPage(page, overview);
  await merger(page);
  await nextVersion(page, overview);
  await page.goto(overview);
  await picture(page, 'framework-overview');
}

async function unitsWords(page: Page, overview: string): Promise<void> {
  await page.goto(`${overview}/translations`);
  await page.getByText(say('hierarchy_call'), { exact: true }).click();
  await press(page, 'hierarchy_call_save');
  await page.getByRole('table').last().getByRole('link').nth(1).click();
  await page
    .getByLabel(say('hierarchy_unit_text'))
    .first()
    .fill('Vi ringer tilbage, inden vagten er slut, også når svaret er nej.');
  await press(page, 'hierarchy_unit_save');
  await page.goto(`${overview}/translations`);
  await picture(page, 'translations', { height: 900 });
}

async function publicPage(page: Page, overview: string): Promise<void> {
  await page.goto(`${overview}/public`);
  await page.getByLabel(say('reading_public_field_address'), { exact: true }).fill('kursen');
  await page.getByLabel(say('reading_public_field_contact')).fill('HR i Fjordby Kommune');
  await press(page, 'reading_public_open');
  await page.goto('/public/fjordby/kursen');
  await picture(page, 'public');
}

const text = (title: string, own: string) =>
  `# ${title}\n\n## Svar samme dag\n\n${own}\n\n## Det særlige i ${title}\n\nDet skriver vi selv.\n`;

async function merger(page: Page): Promise<void> {
  const versions: string[] = [];
  for (const [title, own] of [
    ['Omsorg', 'Lederen svarer medarbejdere og borgere, inden dagen er gået.'],
    ['Skole', 'Lederen svarer forældre og medarbejdere, inden dagen er gået.'],
  ] as const) {
    await page.goto(`${LIST}/import`);
    const buffer = Buffer.from(text(title, own));
    await page.setInputFiles('input[type=file]', { name: `${title}.md`, mimeType: 'text/markdown', buffer });
    await press(page, 'frameworks_import_do');
    await page.waitForURL(/\/draft/);
    versions.push(/versions\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '');
  }
  await page.goto(`${LIST}/merging`);
  await page.getByLabel(say('hierarchy_merging_first')).selectOption(versions[0] ?? '');
  await page.getByLabel(say('hierarchy_merging_second')).selectOption(versions[1] ?? '');
  await page.getByLabel(say('hierarchy_merging_title')).fill('Omsorg og Skole');
  await press(page, 'hierarchy_merging_go');
  await page.waitForURL(/\/merging/);
  await picture(page, 'merging', { height: 1000 });
}

async function nextVersion(page: Page, overview: string): Promise<void> {
  await page.goto(overview);
  await press(page, 'versions_next');
  await page.waitForURL(/\/draft/);
  const version = page.url().replace(/\/draft.*/, '');
  await page.goto(`${version}/matrix/cells`);
  const cell = page.locator('main textarea').first();
  const before = await cell.inputValue();
  await cell.fill(before.replace(/\.$/, '') + ', og siger hvorfor.');
  await page.locator('main form button[type=submit]').last().click();
  await page.waitForLoadState();
  await page.goto(`${overview}/difference?only=changes`);
  await picture(page, 'framework-difference');
  await page.goto(`${version}/hearing`);
  await page.getByRole('link', { name: 'Åbn en høring' }).click();
  await page.locator('input[name=title]').fill('Høring om Sammen holder vi kursen, version 2');
  await page.locator('textarea[name=letter]').fill('Vi vil gerne høre, om det nye er til at forstå og til at bruge.');
  await page.locator('input[name=employees]').first().check();
  await page.getByRole('button', { name: /^Åbn høringen/ }).click();
  await page.waitForURL(/\/hearings\/[0-9a-f-]{36}/);
  await picture(page, 'hearing');
  await page.goto(`${LIST}/import`);
  await page.setInputFiles('input[type=file]', EXAMPLE);
  await press(page, 'frameworks_import_do');
  await page.waitForURL(/\/draft/);
  await picture(page, 'workbench', { height: 1000 });
}
