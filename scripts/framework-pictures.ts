// The guide's pictures of the framework itself: workbench, matrix, weights, history, difference, units' words, merger, public page,
// files, health.
import type { Page } from '@playwright/test';
import { demoFrameworkTitle } from '../demo/framework.ts';
import { picture, press, say } from './picture.ts';

const LIST = '/fjordby/frameworks';
const BENCH = { to: '#workbench', above: 8 };

/** Walks through everything an editor does with a framework, and takes a picture at each place. */
export async function asFrameworkEditor(page: Page): Promise<void> {
  await page.goto(LIST);
  const card = page.locator('main .card').filter({ hasText: demoFrameworkTitle.da });
  const overview = (await card.getByRole('link', { name: say('versions_to_overview') }).getAttribute('href')) ?? '';
  const current = (await card.getByRole('link').first().getAttribute('href')) ?? '';
  await page.goto(`${current}/matrix`);
  await picture(page, 'matrix');
  await page.goto(`${overview}/health`);
  await picture(page, 'health', { height: 1000 });
  await page.goto(`${current}/files`);
  await picture(page, 'files', { height: 940 });
  await unitsWords(page, overview);
  await publicPage(page, overview);
  await merger(page);
  await nextVersion(page, overview);
  await workbench(page);
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
  await picture(page, 'unit-words', { to: 'main h1', above: 60 });
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
  await picture(page, 'matrix-cells', { to: 'main textarea', above: 292 });
  await spreadsheet(page, version);
  await weights(page, version);
  await page.goto(`${overview}/difference?only=changes`);
  await picture(page, 'framework-difference');
  await page.goto(`${version}/publication`);
  await picture(page, 'publication', { to: 'main h2', height: 1000 });
}

/** What a spreadsheet's cells would change, before anything is saved. */
async function spreadsheet(page: Page, version: string): Promise<void> {
  await page.goto(`${version}/matrix/paste`);
  const table = [
    ['', 'Direktør', 'Chef'],
    ['Forklarer formålet', '', 'Du siger på hvert ledermøde, hvad kommunens retning betyder for dit område.'],
  ];
  await page.getByLabel(say('editor_paste_table')).fill(table.map((cells) => cells.join('\t')).join('\n'));
  await press(page, 'editor_paste_preview');
  await page.getByText('Du siger på hvert ledermøde').last().waitFor();
  await picture(page, 'matrix-paste', { to: 'main h2', above: 130, height: 700 });
}

async function weights(page: Page, version: string): Promise<void> {
  await page.goto(`${version}/weights`);
  const fields = page.locator('main section').first();
  await fields.getByRole('combobox').first().selectOption('3');
  await fields.getByRole('textbox').first().fill('sætter retningen');
  await fields.getByRole('combobox').last().selectOption('1');
  await press(page, 'editor_save');
  await page.waitForLoadState();
  await picture(page, 'weights', { to: 'main section', above: 100, height: 700 });
}

// Read by a machine from paper: letters are lost, and a sentence is broken in two.
const SCAN = `Kursen for ledelse i Nyby

Retning

Vi peger pa en fælles retning, som alle kan forstå
e Chefen gør målene tydelige for alle ledere i området
e Lederen oversætter malene til hverdagen pa stedet
e Lederen foelger op sammen med medarbejderne hver måned

Mod

Vi siger tingene, som de er, og vi lytter til svaret
e Chefen tager de svaere beslutninger i tide
e Lederen går foran, nar det er svært, og
e siger det pa mødet.

Samarbejde

Vi løser opgaverne sammen pa tvaers af fag og omrader
e Chefen åbner døre for andre områder
e Lederen deler viden med sine kolleger
`;

async function workbench(page: Page): Promise<void> {
  await page.goto(`${LIST}/import`);
  await page.setInputFiles('input[type=file]', { name: 'nyby-scannet.txt', mimeType: 'text/plain', buffer: Buffer.from(SCAN) });
  await press(page, 'frameworks_import_do');
  await page.waitForURL(/\/draft/);
  const draft = page.url().replace(/[?#].*/, '');
  await page.goto(`${draft}?view=places`);
  await picture(page, 'workbench', BENCH);
  await page.goto(`${draft}?view=repairs`);
  await picture(page, 'repairs', BENCH);
  await page.goto(draft);
  await page.locator('#draft-tree [data-part=name]').nth(2).click();
  await page.locator('[data-part=editor] textarea').first().waitFor();
  await picture(page, 'workbench-edit', BENCH);
}
