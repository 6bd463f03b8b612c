// The main job, as a newcomer does it: from a framework document and a file of people to a leader's report.
import { expect, test, type Page } from '@playwright/test';
import { pejling } from './command.ts';
import { frameworkDocument, organisationFile } from './newcomer.ts';
import { expectWellBuilt, signInAs } from './person.ts';

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

test('a newcomer goes from a document and a file of people to a leader’s report', async ({ page, browser }, { project }) => {
  const slug = `nyby-${project.name}${process.env.PEJLING_JOURNEY_RUN ?? ''}`;
  const town = `Nyby (${slug})`;
  pejling('demo', '--empty', '--slug', slug, '--name', town);
  const document = frameworkDocument(project.name === 'desktop' ? 'real' : 'own');
  if (!document.real && project.name === 'desktop') console.log('skipped: no source documents, the way is walked with our own');

  await test.step('Lene signs in to an empty organisation', async () => {
    await signInAs(page, 'Lene Kragh', town);
    await expectWellBuilt(page);
  });

  await test.step('she imports the framework, sees the draft beside the document, and publishes it', async () => {
    await page.goto(`/${slug}/frameworks/import`);
    await page.getByLabel('Dokument').setInputFiles({ name: document.name, mimeType: 'text/plain', buffer: document.bytes });
    await press(page, 'Læs dokumentet');
    await expect(page).toHaveURL(/\/draft/);
    await expectWellBuilt(page);
    await page.goto(page.url().replace(/\/draft.*/, '/publication'));
    await expectWellBuilt(page);
    const seen = page.getByRole('checkbox');
    if ((await seen.count()) > 0) await seen.first().check();
    await press(page, 'Udgiv ledelsesgrundlaget');
    await expect(page.getByText('Ledelsesgrundlaget er udgivet')).toBeVisible();
    await expectWellBuilt(page);
  });

  await test.step('she uploads the people, sees what will change, and accepts', async () => {
    await page.goto(`/${slug}/people/intake`);
    await expectWellBuilt(page);
    await page.locator('input[type=file]').setInputFiles({ name: 'nyby.csv', mimeType: 'text/csv', buffer: organisationFile() });
    await press(page, 'Læs filen');
    await expect(page).toHaveURL(/\/intake\/.+/);
    await expectWellBuilt(page);
    await press(page, 'Godkend, og gem');
    await expect(page.getByText('Filen er godkendt').first()).toBeVisible();
    await page.goto(`/${slug}/people`);
    await expect(page.getByText('Plejecenter Engen').first()).toBeVisible();
    await expectWellBuilt(page);
  });

  const round = await test.step('she makes a round and sends it out', () => makeRound(page, slug));

  const code = await test.step('those without mail get a letter with a code', async () => {
    await page.goto(`/${slug}/rounds/${round}/letters`);
    await press(page, 'Lav brevene');
    await expectWellBuilt(page);
    const text = await page.locator('main').innerText();
    const found = /\b\d+-[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}\b/.exec(text)?.[0];
    expect(found, 'a letter carries a code').toBeTruthy();
    return found ?? '';
  });

  await test.step('an employee answers with the code, without an account', async () => {
    const phone = await browser.newContext({ viewport: page.viewportSize(), locale: 'da-DK' });
    await answerWithCode(await phone.newPage(), code);
    await phone.close();
  });

  await test.step('the colleagues answer too', () => {
    pejling('vote', '--organisation', slug, '--people', '30');
  });

  await test.step('Lene closes the round, and the result is computed and checked', async () => {
    await page.goto(`/${slug}/rounds/${round}/closure`);
    await page.getByLabel(/Hvorfor lukkes/).fill('Alle har svaret.');
    await page.getByLabel(/ikke kan åbnes igen/).check();
    await expectWellBuilt(page);
    await press(page, 'Luk målingen for altid');
    await expect(async () => {
      await page.goto(`/${slug}/rounds/${round}/results`);
      await expect(page.getByText('Samlet for', { exact: false }).first()).toBeVisible({ timeout: 1000 });
    }).toPass();
    await expectWellBuilt(page);
  });

  await test.step('Mikkel signs in by mail and reads his report', async () => {
    const leader = await browser.newContext({ viewport: page.viewportSize(), locale: 'da-DK' });
    const his = await leader.newPage();
    await signInByMail(his, page, slug, 'mikkel@nyby.example');
    await his.goto(`/${slug}/rounds/${round}/results`);
    await his
      .getByRole('link', { name: /rapport/i })
      .first()
      .click();
    await expect(his.getByRole('heading', { level: 1 })).toContainText('Mikkel Brandt');
    await expectWellBuilt(his);
    const pdf = await his.request.get(`${his.url()}/report.pdf`);
    expect(pdf.status()).toBe(200);
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
    await his.goto('/language?to=en&from=' + encodeURIComponent(new URL(his.url()).pathname));
    await expect(his.locator('html')).toHaveAttribute('lang', 'en');
    await expect(his.getByRole('heading', { level: 1 })).toContainText('Report');
    await expectWellBuilt(his);
    await leader.close();
  });
});

async function makeRound(page: Page, slug: string): Promise<string> {
  await page.goto(`/${slug}/rounds/new`);
  await page.getByLabel('Titel').fill('Ledelse i Nyby 2026');
  await page.getByRole('radio').first().check();
  await expectWellBuilt(page);
  await press(page, 'Opret målingen');
  await expect(page).toHaveURL(/\/rounds\/[0-9a-f-]{36}/);
  const round = /rounds\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  await page.goto(`/${slug}/rounds/${round}/themes`);
  for (const theme of (await page.getByRole('checkbox').all()).slice(0, 3)) await theme.check();
  await expectWellBuilt(page);
  await press(page, 'Gem og vælg spørgsmål');
  await press(page, 'Foreslå ét spørgsmål til hvert udsagn');
  await expectWellBuilt(page);
  await page.goto(`/${slug}/rounds/${round}/settings`);
  await fillSettings(page);
  await expectWellBuilt(page);
  await press(page, /^Gem$/);
  await page.goto(`/${slug}/rounds/${round}/people`);
  await expectWellBuilt(page);
  await page.goto(`/${slug}/rounds/${round}/launch`);
  await expectWellBuilt(page);
  await press(page, 'Sæt målingen i gang');
  await expect(async () => {
    await page.goto(`/${slug}/rounds/${round}`);
    await expect(page.getByText('I gang', { exact: true }).first()).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expectWellBuilt(page);
  return round;
}

async function fillSettings(page: Page): Promise<void> {
  const day = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);
  await page.locator('input[type=date]').first().fill(day);
  await page.locator('input[type=time]').first().fill('16:00');
  for (const field of await page.getByRole('textbox').all())
    if ((await field.inputValue()) === '') await field.fill('Vi vil tale sammen om ledelse. Spørg HR, hr@nyby.example.');
}

async function answerWithCode(page: Page, code: string): Promise<void> {
  await page.goto('/answer');
  await expectWellBuilt(page);
  await page.getByRole('textbox').fill(code);
  await page.getByRole('button').first().click();
  await expect(page).toHaveURL(/\/answer\/ballot/);
  const device = page.getByRole('button', { name: /min egen|Ja/ });
  await expect(page.getByRole('button', { name: /Send/ }).or(device).first()).toBeVisible();
  if (await device.first().isVisible()) await device.first().click();
  await expectWellBuilt(page);
  for (const question of await page.getByRole('group').all()) {
    const enig = question.getByRole('radio', { name: 'Enig', exact: true });
    if ((await enig.count()) > 0) await enig.first().check();
  }
  await page.getByRole('button', { name: /^Send/ }).click();
  await expect(page.getByText(/ligger i urnen/i).first()).toBeVisible();
  await expectWellBuilt(page);
}

async function signInByMail(page: Page, hr: Page, slug: string, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Din arbejdsmail').fill(email);
  await page.getByRole('button', { name: 'Send link' }).click();
  await expect(page).toHaveURL(/\/sent$/);
  let link = '';
  await expect(async () => {
    await hr.goto(`/${slug}/outbox?q=${encodeURIComponent(email)}`);
    const mails = hr.locator('main a[href*="/outbox/"]');
    for (const href of await mails.evaluateAll((links) => links.map((one) => one.getAttribute('href') ?? ''))) {
      await hr.goto(href);
      link = /\/sign-in\/\S+/.exec(await hr.locator('main').innerText())?.[0] ?? '';
      if (link !== '') return;
    }
    expect(link).not.toBe('');
  }).toPass();
  await page.goto(link);
  await page.getByRole('button', { name: 'Log ind nu' }).click();
  await expect(page).toHaveURL(new RegExp(`/${slug}`));
}
