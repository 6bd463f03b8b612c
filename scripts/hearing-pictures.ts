// The guide's pictures of a hearing, from the letter that is sent out to the note that everybody can read.
import type { Page } from '@playwright/test';
import { demoFrameworkTitle } from '../demo/framework.ts';
import { as, type Visit } from './persona.ts';
import { picture, press, say } from './picture.ts';

const HOME = '/fjordby';
const COMMITTEE = 'Hovedudvalget';
const OF_THE_COMMITTEE = 'Udvalget er enigt. Skriv gerne, hvem der svarer, når chefen er væk.';
const EMPLOYEES = [
  ['Amina Hussein', 'Godt, at der står hvorfor. Kan det siges med kortere sætninger?'],
  ['Mette Sørensen', 'Hos os ville et eksempel fra en aftenvagt gøre det lettere at bruge.'],
  ['Henrik Dalgaard', 'Ordet «formål» står fem gange. Skriv i stedet, hvad man kan se lederen gøre.'],
  ['Jonas Bech', 'Jeg savner noget om, hvad vi medarbejdere selv kan gøre.'],
  ['Birgitte Holm Asmussen', 'Behold det korte. Det gamle var for langt til at huske.'],
] as const;
const TREATED = ['hearing_outcome_taken_in', 'hearing_outcome_partly', 'hearing_outcome_not'];

/** A hearing from end to end, as its people see it. */
export async function hearing(visit: Visit): Promise<void> {
  let place = '';
  await as(visit, 'Lene Kragh', async (page) => {
    await makeBody(page);
    place = await openHearing(page);
  });
  await as(visit, 'Tom Vestergaard', (page) => answerForBody(page, place));
  for (const [persona, words] of EMPLOYEES) await as(visit, persona, (page) => answerAsEmployee(page, place, persona, words));
  await as(visit, 'Lene Kragh', (page) => treat(page, place));
}

async function makeBody(page: Page): Promise<void> {
  await page.goto(`${HOME}/frameworks/bodies`);
  await page.getByLabel(say('versions_body_name')).fill(COMMITTEE);
  await page.getByLabel(say('versions_body_med'), { exact: true }).check();
  await page.getByRole('checkbox', { name: /høring/ }).check();
  await press(page, 'versions_body_add_do');
  await page.goto(`${HOME}/frameworks/bodies`);
  await page.getByRole('link', { name: COMMITTEE, exact: true }).click();
  await page.getByLabel(say('versions_body_search')).fill('Tom Vestergaard');
  await page
    .getByRole('button', { name: say('search_title') })
    .last()
    .click();
  await page.getByRole('checkbox', { name: /Tom Vestergaard/ }).check();
  await press(page, 'versions_body_save_members');
}

async function openHearing(page: Page): Promise<string> {
  await page.goto(`${HOME}/frameworks`);
  const card = page.locator('main .card').filter({ hasText: demoFrameworkTitle.da });
  await card.getByRole('link', { name: say('versions_to_overview') }).click();
  await page.locator('main ul.rows a').first().click();
  await page.waitForURL(/\/draft/);
  await page.goto(`${page.url().replace(/\/draft.*/, '')}/hearing`);
  await page.getByRole('link', { name: say('hearing_new') }).click();
  await page.getByLabel(say('hearing_field_title')).fill(`Høring om ${demoFrameworkTitle.da}, version 2`);
  await page.getByLabel(say('hearing_field_letter')).fill('Vi vil gerne høre, om det nye er til at forstå og til at bruge.');
  await page.getByLabel(COMMITTEE).check();
  await page.getByLabel(say('hearing_field_employees')).check();
  await picture(page, 'hearing-new', { to: 'main h1', above: 60, height: 1000 });
  await press(page, 'hearing_open_now');
  await page.waitForURL(/\/hearings\/[0-9a-f-]{36}/);
  await picture(page, 'hearing', { height: 1000 });
  return new URL(page.url()).pathname;
}

async function answerForBody(page: Page, place: string): Promise<void> {
  await page.goto(place);
  await page.getByRole('link', { name: say('hearing_body_card_go') }).click();
  await comment(page, OF_THE_COMMITTEE);
  await picture(page, 'hearing-body');
  await press(page, 'hearing_send');
}

async function answerAsEmployee(page: Page, place: string, persona: string, words: string): Promise<void> {
  await page.goto(`${place}/employee`);
  await comment(page, words);
  if (persona === 'Amina Hussein') await picture(page, 'hearing-employee');
}

async function comment(page: Page, words: string): Promise<void> {
  await page
    .getByRole('link', { name: say('hearing_write'), exact: true })
    .first()
    .click();
  await page.getByLabel(say('hearing_comment_field'), { exact: true }).fill(words);
  await press(page, 'hearing_save');
  await page.getByText(words).first().waitFor();
}

async function treat(page: Page, place: string): Promise<void> {
  await page.goto(`${place}/deadline`);
  await page.getByLabel(say('hearing_close_reason')).fill('Alle har svaret.');
  await press(page, 'hearing_close_now');
  await page.goto(`${place}/treatment`);
  await press(page, 'hearing_treatment_begin');
  const comments = EMPLOYEES.length + 1;
  for (let answered = 0; answered < comments; answered += 1) {
    await answerOne(page, place, answered);
    if (answered !== 2) continue;
    await page.goto(`${place}/treatment`);
    await picture(page, 'hearing-treatment', { to: '.progress', above: 24 });
  }
  await press(page, 'hearing_treatment_end');
  await page.goto(`${place}/note`);
  await press(page, 'hearing_note_publish');
  await page.goto(`${place}/note`);
  await picture(page, 'hearing-note', { to: 'main h2', above: 92, height: 960 });
}

async function answerOne(page: Page, place: string, number: number): Promise<void> {
  await page.goto(`${place}/treatment?show=open`);
  await page
    .getByRole('link', { name: new RegExp(`^${say('hearing_treatment_answer_to').trim()}`) })
    .first()
    .click();
  await page.getByLabel(say(TREATED[number % TREATED.length] ?? ''), { exact: true }).check();
  await page.getByLabel(say('hearing_reason_field')).fill('Tak. Vi skriver det kortere og med et eksempel fra en vagt.');
  await press(page, 'hearing_answer_save');
  await page.getByText(say('hearing_done_answered')).waitFor();
}
