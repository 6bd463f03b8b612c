// A leader stands by a decision, and what keeps leadership alive comes round in the year wheel.
import { expect, test } from '@playwright/test';
import { expectWellBuilt, signInAs, watchConsole } from './person.ts';

const HOME = '/fjordby';

test('B5 a leader writes a decision note, is told what is missing, shares it, and an employee of the unit reads it', async ({
  page,
}, { project }) => {
  const title = `Fast morgenmøde ${project.name}${process.env.PEJLING_JOURNEY_RUN ?? ''}`;
  const nothingWrong = watchConsole(page);
  await signInAs(page, 'Mette Sørensen');
  await page.goto(`${HOME}/decisions`);
  await expectWellBuilt(page);
  await page.getByRole('link', { name: 'Skriv et beslutningsnotat' }).click();
  await page.getByLabel('Titel').fill(title);
  await page.getByRole('button', { name: 'Begynd' }).click();
  await page.getByLabel('Hvad er besluttet?').fill('Vi mødes hver morgen klokken halv otte.');
  await page.getByRole('button', { name: 'Gem, og læs igennem' }).click();
  await expectWellBuilt(page);
  await page.getByRole('link', { name: 'hvad der blev vejet mod hinanden' }).click();
  await page.getByLabel('Hvad vejede I mod hinanden?').fill('Et kvarter hos borgerne mod en rolig start.');
  await page.getByRole('textbox', { name: 'Mulighed 1' }).fill('Møde om mandagen');
  await page.getByLabel('Taler for').first().fill('Mere tid på ruten');
  await page.getByLabel('Hvem er hørt?').fill('Hele holdet');
  await page.getByLabel('Hvordan bliver det fortalt?').fill('På tavlen');
  await expectWellBuilt(page);
  await page.getByRole('button', { name: 'Gem, og læs igennem' }).click();
  await page.getByRole('button', { name: 'Del notatet' }).click();
  await expect(page.getByText('Notatet er delt.')).toBeVisible();
  const note = page.url().replace(/\?.*/, '');
  await signInAs(page, 'Amina Hussein');
  await page.goto(`${HOME}/decisions?q=${encodeURIComponent(title)}`);
  await page.getByRole('link', { name: title }).click();
  await expect(page.getByText('Et kvarter hos borgerne mod en rolig start.')).toBeVisible();
  await expectWellBuilt(page);
  await signInAs(page, 'Jonas Bech');
  expect((await page.goto(note))?.status()).toBe(404);
  nothingWrong();
});

test('AA3 HR puts an activity in the year wheel; a form with a mistake keeps what was typed; it is marked as held', async ({
  page,
}, { project }) => {
  const name = `Stille uge ${project.name}${process.env.PEJLING_JOURNEY_RUN ?? ''}`;
  const nothingWrong = watchConsole(page);
  await signInAs(page, 'Lene Kragh');
  await page.goto(`${HOME}/year`);
  await expectWellBuilt(page);
  await page.getByRole('link', { name: 'Tilføj en aktivitet' }).click();
  await page.getByLabel('Hvad hedder aktiviteten?').fill(name);
  await page.getByLabel('På en dag').check();
  await page.getByRole('button', { name: 'Gem aktiviteten' }).click();
  await expect(page.getByText('Skriv en dag fra 1 til 31.').first()).toBeVisible();
  await expect(page.getByLabel('Hvad hedder aktiviteten?')).toHaveValue(name);
  await expectWellBuilt(page);
  await page.getByLabel('Dag i måneden').fill('31');
  await page.getByLabel('Måned', { exact: true }).selectOption({ label: 'februar' });
  await page.getByRole('button', { name: 'Gem aktiviteten' }).click();
  await expect(page.getByText('Hvert år den 31. februar')).toBeVisible();
  await page.getByText('Markér som holdt').click();
  await page.getByLabel('Hvad tog I med derfra?').fill('Ro');
  await page.getByRole('button', { name: 'Gem' }).click();
  await expect(page.getByText('Det er skrevet ned.')).toBeVisible();
  await expectWellBuilt(page);
  const calendar = await page.request.get(`${HOME}/year/year.ics`);
  expect(calendar.headers()['content-type']).toContain('text/calendar');
  expect((await calendar.text()).replaceAll('\r\n ', '')).toContain(`SUMMARY:${name}`);
  nothingWrong();
});
