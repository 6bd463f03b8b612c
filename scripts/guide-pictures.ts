// Makes the pictures of the guide from the running product: starts it with the demo, walks through it as its people, and writes
// docs/guide/pictures/. Run it when pages have changed: node_modules/.bin/node scripts/guide-pictures.ts (after npm start has built).
import path from 'node:path';
import type { Page } from '@playwright/test';
import { asEverydayReader } from './everyday-pictures.ts';
import { asFrameworkEditor } from './framework-pictures.ts';
import { hearing } from './hearing-pictures.ts';
import { as, roundIn, startBrowser, type Visit } from './persona.ts';
import { picture, PHONE, say } from './picture.ts';
import { startServer } from './running-server.ts';

async function asHr(page: Page): Promise<string[]> {
  const open = await roundIn(page, say('rounds_state_open'));
  await page.goto('/fjordby');
  await picture(page, 'overview-hr');
  await page.goto('/fjordby/frameworks/import');
  await picture(page, 'framework-import', { height: 760 });
  await importDocument(page);
  await page.goto('/fjordby/frameworks');
  await page
    .locator('main')
    .getByRole('link')
    .filter({ hasNotText: say('frameworks_import') })
    .first()
    .click();
  await page.waitForURL(/\/versions\//);
  await picture(page, 'framework-read');
  await page.goto('/fjordby/people/intake');
  await importFile(page);
  await makeRound(page);
  await page.goto(`${await roundIn(page, say('rounds_state_closed'))}/results`);
  await picture(page, 'results', { to: `h3:text-is("${say('results_themes_title')}")`, height: 700 });
  await page.goto(open);
  await picture(page, 'round-open');
  return printedCodes(page, open);
}

const DOCUMENT = path.resolve(import.meta.dirname, '../docs/guide/example/ledelse-i-nyby.md');

async function importDocument(page: Page): Promise<void> {
  await page.setInputFiles('input[type=file]', DOCUMENT);
  await page.getByRole('button', { name: say('frameworks_import_do') }).click();
  await page.waitForURL(/\/draft/);
  await picture(page, 'framework-draft', { height: 1000 });
  await page.goto(`${new URL(page.url()).pathname}/cover`);
  await page.getByLabel(say('frameworks_delete_sure')).check();
  await page.getByRole('button', { name: say('frameworks_delete_do') }).click();
  await page.waitForURL(/\/frameworks(\?|$)/);
}

/** The organisation as it is, with a new employee and a new title, so that the preview has something to show. */
async function changedFile(page: Page): Promise<Buffer> {
  const lines = (await (await page.request.get('/fjordby/people/organisation.csv')).text()).trimEnd().split(/\r?\n/);
  const changed = lines.map((line, at) =>
    at === 40 ? line.replace(/;(Social[^;]*|[A-ZÆØÅ][a-zæøå]+assistent|Pædagog|Lærer);/, ';Faglig koordinator;') : line,
  );
  const [header = ''] = lines;
  const columns = header.split(';').map((name) => name.replace(/^\uFEFF/, ''));
  const unit = (lines[40] ?? '').split(';');
  const given: Record<string, string> = {
    medarbejdernummer: '990001',
    navn: 'Nadia Storm',
    mail: 'nadia.storm@fjordby.example',
    stilling: 'Konsulent',
  };
  const kept = new Set(['enhedskode', 'enhed', 'overordnet enhedskode']);
  const row = columns.map((name, at) => given[name] ?? (kept.has(name) ? (unit[at] ?? '') : ''));
  return Buffer.from([...changed, row.join(';')].join('\r\n'));
}

async function importFile(page: Page): Promise<void> {
  const buffer = await changedFile(page);
  await page.setInputFiles('input[type=file]', { name: 'organisation-november.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: say('people_intake_upload') }).click();
  await page.waitForURL(/\/people\/intake\/[0-9a-f-]{36}/);
  await picture(page, 'organisation-preview');
  await page.getByRole('button', { name: say('people_intake_discard') }).click();
}

async function makeRound(page: Page): Promise<void> {
  await page.goto('/fjordby/rounds/new');
  await page.getByLabel(say('rounds_title_field')).first().fill('Ledelsesmåling til guiden');
  await page.getByRole('button', { name: say('rounds_make') }).click();
  await page.waitForURL(/\/rounds\/[0-9a-f-]{36}/);
  const round = new URL(page.url()).pathname.split('/').slice(0, 4).join('/');
  await page.goto(`${round}/themes`);
  for (const box of (await page.getByRole('checkbox').all()).slice(0, 2)) await box.check();
  await page.getByRole('button', { name: say('rounds_themes_save') }).click();
  await page.waitForURL(/\/questions/);
  const suggest = page.getByRole('button', { name: say('rounds_suggest_all') });
  if ((await suggest.count()) > 0) await suggest.first().click();
  await page.waitForLoadState();
  await picture(page, 'round-questions');
  await page.goto(`${round}/settings`);
  await picture(page, 'round-settings', { to: `h2:text-is("${say('rounds_rules')}")` });
  await page.goto(`${round}/people`);
  await picture(page, 'round-people');
  await page.goto(round);
  await picture(page, 'round-draft');
  await page.goto(`${round}/deletion`);
  await page.getByRole('button', { name: say('rounds_delete') }).click();
}

/** The codes as they stand in printed letters of the open round. */
async function printedCodes(page: Page, round: string): Promise<string[]> {
  await page.goto(`${round}/letters`);
  const choice = page.getByRole('combobox').first();
  const options = await choice.locator('option').all();
  await choice.selectOption({ index: options.length > 1 ? 1 : 0 });
  await page.getByRole('button', { name: say('rounds_letters_make') }).click();
  await page.waitForLoadState();
  return (await page.locator('main').innerText()).match(/\b\d+-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/g) ?? [];
}

/** Answers with the code; false when somebody has answered with it already. */
async function asRespondent({ browser, address }: Visit, code: string): Promise<boolean> {
  const context = await browser.newContext({ viewport: PHONE, baseURL: address, locale: 'da-DK', deviceScaleFactor: 1.5 });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto('/answer');
  await page.getByLabel(say('answer_code_label')).fill(code);
  await picture(page, 'answer-code', { height: 640 });
  await page.getByRole('button', { name: say('answer_code_go_on') }).click();
  await page.waitForURL(/\/answer\/ballot/);
  await picture(page, 'answer-promise', { height: 860 });
  await page.getByText(say('answer_device_own')).click();
  await page.locator('input[type=radio]').first().waitFor({ state: 'attached' });
  for (const name of new Set(
    await page.locator('input[type=radio]').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).name)),
  ))
    if (/^q\d+$/.test(name)) await page.locator(`input[name="${name}"]`).nth(3).check({ force: true });
  await picture(page, 'answer-questions', { to: 'fieldset:has(input[name=q2])', above: 96 });
  await page.getByRole('button', { name: say('answer_send') }).click();
  const kept = page.getByText(say('answer_kept_title')).first();
  await kept
    .or(page.getByText(say('answer_taken_title')).first())
    .and(page.locator(':visible'))
    .first()
    .waitFor();
  const free = await kept.isVisible();
  if (free) await picture(page, 'answer-receipt', { height: 920 });
  await context.close();
  return free;
}

async function asLeader(page: Page): Promise<void> {
  await picture(page, 'overview-leader');
  const round = await roundIn(page, say('rounds_state_closed'));
  await page.goto(`${round}/results`);
  await page.getByRole('link', { name: say('results_my_report_open') }).click();
  await page.waitForURL(/\/reports\//);
  await picture(page, 'report');
  await picture(page, 'front', { to: `main >> text="${say('reports_overview_title')}"`, height: 1000 });
  await page.goto('/fjordby/me');
  await page
    .getByRole('link', { name: /Hjemmesygeplejen Vest/ })
    .first()
    .click();
  await picture(page, 'period-note', { height: 1000 });
}

async function asEmployee(page: Page): Promise<void> {
  const round = await roundIn(page, say('rounds_state_closed'));
  await page.goto(`${round}/results/mine`);
  await picture(page, 'results-mine');
}

async function asMed(page: Page): Promise<void> {
  const round = await roundIn(page, say('rounds_state_closed'));
  await page.goto(`${round}/audit`);
  await picture(page, 'audit');
  await page.goto(`${round}/rules`);
  await picture(page, 'rules');
}

// Another address than one of our own making: to look at pages while they are being changed.
const given = process.argv[2];
const server = given === undefined ? await startServer() : { address: given, stop: () => Promise.resolve() };
const browser = await startBrowser();
const visit: Visit = { browser, address: server.address };
try {
  let codes: string[] = [];
  await as(visit, 'Lene Kragh', async (page) => {
    codes = await asHr(page);
  });
  let answered = false;
  for (const code of codes) if (!answered) answered = await asRespondent(visit, code);
  if (!answered) throw new Error('no letter with an unused code');
  await as(visit, 'Lene Kragh', asEverydayReader);
  await as(visit, 'Lene Kragh', asFrameworkEditor);
  await as(visit, 'Mette Sørensen', asLeader);
  await as(visit, 'Amina Hussein', asEmployee);
  await as(visit, 'Tom Vestergaard', asMed);
  await hearing(visit);
} finally {
  await browser.close();
  await server.stop();
}
