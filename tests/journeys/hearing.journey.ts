// A whole hearing as people walk it: a draft is sent out, bodies and employees answer, every comment is treated, everybody reads the note.
import { expect, test, type Browser, type Page } from '@playwright/test';
import { frameworkDocument } from './newcomer.ts';
import { expectWellBuilt, signInAs, watchConsole, type Persona } from './person.ts';

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const HOME = '/fjordby';

/** One person's own window, as if on another machine. */
async function asPerson(browser: Browser, persona: Persona, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const nothingWrong = watchConsole(page);
  await signInAs(page, persona);
  await work(page);
  nothingWrong();
  await context.close();
}

async function makeBody(page: Page, name: string, member: string): Promise<void> {
  await page.goto(`${HOME}/frameworks/bodies`);
  await page.getByLabel('Navn').fill(name);
  await page.getByLabel('MED', { exact: true }).check();
  await page.getByRole('checkbox', { name: /høring/ }).check();
  await press(page, 'Opret organet');
  await page.goto(`${HOME}/frameworks/bodies`);
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByLabel('Find en person').fill(member);
  await page.getByRole('button', { name: 'Søg' }).last().click();
  await page.getByRole('checkbox', { name: new RegExp(member) }).check();
  await press(page, 'Gem, hvem der handler for organet');
}

test('AA15 a draft is heard: a body and five employees answer, every comment gets a reason, and everybody reads the note', async ({
  page,
  browser,
}, { project }) => {
  const run = `${project.name}${process.env.PEJLING_JOURNEY_RUN ?? ''}`;
  const committee = `Hovedudvalget ${run}`;
  const title = `Høring om ledelse ${run}`;
  const nothingWrong = watchConsole(page);
  await signInAs(page, 'Lene Kragh');

  await test.step('Lene makes a body with the right to answer, and brings in a draft', async () => {
    await makeBody(page, committee, 'Tom Vestergaard');
    const document = frameworkDocument('own');
    await page.goto(`${HOME}/frameworks/import`);
    const name = `hoering-${run}-${document.name}`;
    await page.locator('input[type=file]').first().setInputFiles({ name, mimeType: 'text/plain', buffer: document.bytes });
    await press(page, 'Læs dokumentet');
    await expect(page).toHaveURL(/\/draft/);
  });
  const version = page.url().replace(/\/draft.*/, '');

  await test.step('she opens a hearing; a form with mistakes comes back with everything typed', async () => {
    await page.goto(`${version}/hearing`);
    await expectWellBuilt(page);
    await page.getByRole('link', { name: 'Åbn en høring' }).click();
    await page.getByLabel('Titel').fill(title);
    await press(page, 'Åbn høringen');
    await expect(page.getByRole('alert')).toContainText('Skriv et brev');
    await expect(page.getByLabel('Titel')).toHaveValue(title);
    await expectWellBuilt(page);
    await page.getByLabel('Høringsbrev').fill('Vi vil gerne høre, om det er til at forstå.\n\nSkriv gerne forslag til ord.');
    for (const box of await page.locator('input[name=bodies]').all()) await box.uncheck();
    await page.getByLabel(committee).check();
    await page.getByLabel('Medarbejderne må svare hver for sig').check();
    await press(page, 'Åbn høringen');
    await expect(page.getByText('Høringen er åbnet')).toBeVisible();
    await expectWellBuilt(page);
  });
  const hearing = page.url().replace(/\?.*/, '');

  await test.step('Tom writes for the body: on one statement and on the whole, changes a comment, and sends', async () => {
    await asPerson(browser, 'Tom Vestergaard', async (tom) => {
      await tom.getByRole('article').filter({ hasText: title }).getByRole('link', { name: 'Svar på høringen' }).click();
      await expectWellBuilt(tom);
      await tom.getByRole('link', { name: 'Skriv svaret' }).click();
      await expectWellBuilt(tom);
      await tom
        .getByRole('link', { name: /^Skriv en kommentar til/ })
        .first()
        .click();
      await tom.getByLabel('Kommentar', { exact: true }).fill('');
      await press(tom, 'Gem kommentaren');
      await expect(tom.getByRole('alert')).toContainText('Skriv en kommentar');
      const long = 'x'.repeat(100_000);
      await tom.getByLabel('Kommentar', { exact: true }).fill(long);
      await press(tom, 'Gem kommentaren');
      await expect(tom.getByRole('alert')).toContainText('100000');
      await expect(tom.getByLabel('Kommentar', { exact: true })).toHaveValue(long);
      await tom.getByLabel('Kommentar', { exact: true }).fill('<script>alert(1)</script> Brug kortere ord.');
      await expectWellBuilt(tom);
      await expect(tom.getByText('Vi siger det, som det er')).toBeVisible();
      await press(tom, 'Gem kommentaren');
      await expect(tom.getByText('Kommentaren er gemt')).toBeVisible();
      await expect(tom.getByText('<script>alert(1)</script> Brug kortere ord.')).toBeVisible();
      await tom.getByRole('link', { name: 'Skriv en kommentar', exact: true }).first().click();
      await tom.getByLabel('Kommentar', { exact: true }).fill('Vi er glade for helheden.');
      await press(tom, 'Gem kommentaren');
      await expectWellBuilt(tom);
      await press(tom, 'Send svaret');
      await expect(tom.getByText('Svaret er sendt. Tak.')).toBeVisible();
    });
  });

  await test.step('five employees write in confidence; each sees only their own', async () => {
    for (const persona of ['Amina Hussein', 'Mette Sørensen', 'Henrik Dalgaard', 'Jonas Bech', 'Birgitte Holm Asmussen'] as const)
      await asPerson(browser, persona, async (own) => {
        await own.goto(`${hearing}/employee`);
        await expect(own.getByText('Du har ikke skrevet noget endnu.')).toBeVisible();
        await own.getByRole('link', { name: 'Skriv en kommentar', exact: true }).first().click();
        if (persona === 'Amina Hussein') await expectWellBuilt(own);
        await own.getByLabel('Kommentar', { exact: true }).fill('Der mangler noget om, hvem der svarer, når chefen er væk.');
        await press(own, 'Gem kommentaren');
        await expect(own.getByText('Kommentaren er gemt fortroligt')).toBeVisible();
        if (persona === 'Amina Hussein') await expectWellBuilt(own);
      });
  });

  await test.step('Lene sees who has answered, nothing of employees, and closes early with a reason', async () => {
    await page.goto(`${hearing}/treatment`);
    await expect(page.getByText('Der mangler noget om')).toHaveCount(0);
    await page.goto(`${hearing}/deadline`);
    await expectWellBuilt(page);
    await press(page, 'Luk høringen');
    await expect(page.getByRole('alert')).toContainText('hvorfor');
    await page.getByLabel('Hvorfor lukkes høringen nu?').fill('Alle har svaret.');
    await press(page, 'Luk høringen');
    await expect(page.getByText('Høringen er lukket, og')).toBeVisible();
  });

  await test.step('she treats every comment; five that say the same get one answer', async () => {
    await page.goto(`${hearing}/treatment`);
    await expectWellBuilt(page);
    await press(page, 'Begynd behandlingen');
    await expect(page.locator('.progress').getByText('0 af 7').first()).toBeVisible();
    await expectWellBuilt(page);
    for (let left = 7; left > 0; left = await openComments(page, hearing)) {
      await page.goto(`${hearing}/treatment?show=open`);
      await page
        .getByRole('link', { name: /^Svar på kommentaren/ })
        .first()
        .click();
      await expectWellBuilt(page);
      await page.getByLabel('Taget delvis med').check();
      await page.getByLabel('Begrundelse').fill('Vi skriver det tydeligere.');
      await press(page, 'Gem svaret');
      await expect(page.getByText('Svaret er gemt.')).toBeVisible();
    }
    await press(page, 'Afslut behandlingen');
    await expect(page.getByText('Behandlingen er afsluttet')).toBeVisible();
  });

  await test.step('she publishes the note, and an employee reads it and downloads it', async () => {
    await page.goto(`${hearing}/note`);
    await expectWellBuilt(page);
    await press(page, 'Offentliggør notatet');
    await expect(page.getByText('Notatet er offentliggjort.')).toBeVisible();
    await asPerson(browser, 'Amina Hussein', async (amina) => {
      await amina.goto(`${HOME}/hearings`);
      await expectWellBuilt(amina);
      await amina.getByRole('link', { name: title }).click();
      await amina.getByRole('link', { name: 'Læs høringsnotatet' }).click();
      await expect(amina.getByText('Kommentarer fra medarbejdere: 5')).toBeVisible();
      await expectWellBuilt(amina);
      for (const [file, start] of [
        ['note.pdf', '%PDF'],
        ['note.docx', 'PK'],
      ] as const) {
        const answer = await amina.request.get(`${new URL(amina.url()).pathname}/${file}`);
        expect(answer.status()).toBe(200);
        expect((await answer.body()).subarray(0, start.length).toString()).toBe(start);
      }
    });
  });
  nothingWrong();
});

/** How many comments have no answer yet. */
async function openComments(page: Page, hearing: string): Promise<number> {
  await page.goto(`${hearing}/treatment`);
  const words = (await page.locator('.progress').innerText()).match(/(\d+) af (\d+)/);
  return Number(words?.[2] ?? 0) - Number(words?.[1] ?? 0);
}
