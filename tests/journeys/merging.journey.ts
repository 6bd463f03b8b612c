// Two frameworks become one, the one becomes a unit's own words, and stands under the municipality's: as an editor and a leader walk it.
import { expect, test, type Page } from '@playwright/test';
import { expectWellBuilt, signInAs, watchConsole } from './person.ts';

const HOME = '/fjordby/frameworks';
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

const CARE = (title: string) => `# ${title}

## Svar samme dag

Lederen svarer medarbejdere og borgere, inden dagen er gået.

## Rolige overgange

Lederen sørger for, at den næste vagt ved, hvad der venter.
`;
const SCHOOL = (title: string) => `# ${title}

## Svar samme dag

Lederen svarer forældre og medarbejdere, inden dagen er gået.

## Plads til leg

Lederen passer på den tid, børn har for sig selv.
`;

async function bringIn(page: Page, title: string, text: string): Promise<string> {
  await page.goto(`${HOME}/import`);
  const buffer = Buffer.from(text);
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: `${title}.md`, mimeType: 'text/markdown', buffer });
  await press(page, 'Læs dokumentet');
  await expect(page).toHaveURL(/\/draft/);
  return /versions\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
}

test('HO1 HO7 AA2 two frameworks are put together, published, put under another, and said in a unit’s own words', async ({
  page,
}, { project }) => {
  const run = `${project.name}${process.env.PEJLING_JOURNEY_RUN ?? ''}`;
  const title = `Fælles ledelse ${run}`;
  const nothingWrong = watchConsole(page);
  await signInAs(page, 'Lene Kragh');
  let first = '';
  let second = '';

  await test.step('Lene brings in the two', async () => {
    first = await bringIn(page, `Omsorg ${run}`, CARE(`Omsorg ${run}`));
    second = await bringIn(page, `Skole ${run}`, SCHOOL(`Skole ${run}`));
  });

  await test.step('one with itself is refused, and what was typed stays', async () => {
    await page.goto(HOME);
    await page.getByRole('link', { name: 'Læg to grundlag sammen' }).click();
    await expectWellBuilt(page);
    await page.getByLabel('Det ene grundlag').selectOption(first);
    await page.getByLabel('Det andet grundlag').selectOption(first);
    await page.getByLabel('Hvad skal det nye hedde?').fill(title);
    await press(page, 'Læg dem sammen');
    await expect(page.getByText('Vælg to forskellige grundlag.')).toBeVisible();
    await expect(page.getByLabel('Hvad skal det nye hedde?')).toHaveValue(title);
    await page.getByLabel('Det andet grundlag').selectOption(second);
    await press(page, 'Læg dem sammen');
  });

  await test.step('what is alike stands side by side; she writes it into one, and each statement says where it came from', async () => {
    await expect(page.getByRole('heading', { name: 'Udsagn, der ligner hinanden', level: 1 })).toBeVisible();
    await expectWellBuilt(page);
    for (let left = await page.getByRole('button', { name: 'Afgør' }).count(); left > 0; left--) {
      await page.getByLabel('Skriv dem sammen').first().check();
      await page.getByLabel('Fælles ord').first().fill('Lederen svarer alle, inden dagen er gået.');
      await press(page, 'Afgør');
      await expect(page.getByRole('button', { name: 'Afgør' })).toHaveCount(left - 1);
    }
    const table = page.getByRole('table');
    await expect(table.getByText('Begge').first()).toBeVisible();
    await expect(table.getByText(`Omsorg ${run}`).first()).toBeVisible();
    await expect(table.getByText(`Skole ${run}`).first()).toBeVisible();
    await expectWellBuilt(page);
  });

  const version = page.url().replace(/\/merging.*/, '');
  const framework = version.replace(/\/versions\/.*/, '');
  await test.step('she publishes it, and puts it under the municipality’s', async () => {
    await page.goto(`${version}/publication`);
    const seen = page.locator('input[name=rest_seen]');
    if ((await seen.count()) > 0) await seen.check();
    await press(page, /^Udgiv/);
    await expect(page).toHaveURL(/done=published/);
    await page.goto(`${framework}/family`);
    await page.getByLabel('Byg på et andet grundlag').selectOption({ index: 1 });
    await press(page, 'Byg på et andet grundlag');
    await expect(page.getByText('Gemt.')).toBeVisible();
    await page.getByText('Knyt', { exact: true }).first().click();
    await page.getByLabel('Udsagn her').selectOption({ index: 1 });
    await page.getByLabel('Udsagn ovenover').selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Knyt' }).click();
    await expect(page.getByText('Uændret')).toBeVisible();
    await expectWellBuilt(page);
  });

  await test.step('she asks the units, and Mette says what it means with her', async () => {
    await page.goto(`${framework}/translations`);
    await page.getByText('Bed enhederne om at skrive', { exact: true }).click();
    await press(page, 'Gem');
    await expect(page.getByText('Lene Kragh bad om det')).toBeVisible();
    await expectWellBuilt(page);
    await page.context().clearCookies();
    await signInAs(page, 'Mette Sørensen');
    await page.goto(`${framework}/translations`);
    await expectWellBuilt(page);
    await page.locator('#din-enhed, section').filter({ hasText: 'Din enhed' }).getByRole('link').first().click();
    await page.getByLabel('Hos os betyder det').first().fill('Vi ringer tilbage, inden vagten er slut.');
    await press(page, 'Gem');
    await expect(page.getByText('Vi ringer tilbage, inden vagten er slut.').first()).toBeVisible();
    await expectWellBuilt(page);
  });
  nothingWrong();
});
