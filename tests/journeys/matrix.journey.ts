// A matrix of levels is filled in by its editors: a field, a whole spreadsheet, an undo, and two at once in the same field.
import { expect, test, type Page } from '@playwright/test';
import { expectWellBuilt, signInAs, watchConsole } from './person.ts';

const LEVELS = ['Chef', 'Leder', 'Koordinator'];

type Made = { id: string; kind: string; parent: string | null; level: string | null; title: string | null; text: string | null };

/** A small framework in the open format: two competences with two themes each, and texts for six of twelve fields. */
function framework(title: string): Buffer {
  const elements: Made[] = [];
  const add = (id: string, kind: string, parent: string | null, more: Partial<Made>) =>
    elements.push({ id, kind, parent, level: null, title: null, text: null, ...more });
  for (const [competence, name, themes] of [
    ['ro', 'Ro på vagten', ['Overlevering', 'Pauser']],
    ['retning', 'Retning i arbejdet', ['Mål i hverdagen', 'Opfølgning']],
  ] as const) {
    add(competence, 'competence', null, { title: name });
    for (const theme of themes) {
      const id = `${competence}/${theme.toLowerCase().replaceAll('å', 'aa').replaceAll('ø', 'oe').replaceAll(' ', '-')}`;
      add(id, 'theme', competence, { title: theme });
      const texts = theme === 'Opfølgning' ? [] : LEVELS.slice(0, 2);
      for (const level of texts)
        add(`${id}/${level.toLowerCase()}`, 'expectation', id, {
          level,
          text: `${level}en har øje for ${theme.toLowerCase()} hos sine folk.`,
        });
    }
  }
  const lines = elements.map((element) => element.title ?? element.text ?? '');
  return Buffer.from(
    JSON.stringify({
      format: 'pejling-framework/1',
      organisation: 'Fjordby Kommune',
      title,
      date: null,
      levels: LEVELS,
      kinds: {},
      elements: elements.map((element, at) => ({ ...element, source: { lines: [at + 1, at + 1] } })),
      repeats: [],
      unplaced: [],
      furniture: [],
      repairs: [],
      text: lines.join('\n'),
    }),
  );
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const field = (page: Page, theme: string, level: string) => page.getByRole('group', { name: theme }).getByLabel(level);
const saveAt = (page: Page, theme: string) =>
  page.getByRole('group', { name: theme }).getByRole('button', { name: 'Gem' }).click();
const filled = (page: Page, count: number) => expect(page.getByText(`${count} af 12 felter er udfyldt.`)).toBeVisible();

test('B8 HO4 HO5 editors fill a matrix: field by field, from a spreadsheet, undone, and without losing each other’s words', async ({
  page,
  browser,
}, { project }) => {
  const title = `Vagtens ledelse ${project.name}${process.env.PEJLING_JOURNEY_RUN ?? ''}`;
  const nothingWrong = watchConsole(page);
  await signInAs(page, 'Lene Kragh');
  await page.goto('/fjordby/frameworks/import');
  const document = { name: 'vagten.json', mimeType: 'application/json', buffer: framework(title) };
  await page.locator('input[type=file]').setInputFiles(document);
  await press(page, 'Læs dokumentet');
  await expect(page).toHaveURL(/\/draft/);
  const version = page.url().replace(/\/draft.*/, '');

  await test.step('the matrix says how far it is and which fields are missing', async () => {
    await page.goto(`${version}/matrix`);
    await filled(page, 6);
    await expectWellBuilt(page);
    await page.getByRole('link', { name: 'Skriv i matrixen' }).click();
    await filled(page, 6);
    await page.getByText('Tomme felter (6)').click();
    await expectWellBuilt(page);
    await page.getByRole('link', { name: 'Opfølgning: Chef' }).click();
    await expect(page).toHaveURL(/level=1/);
  });

  await test.step('she fills two fields, and the figure grows', async () => {
    await page.goto(`${version}/matrix/cells`);
    await field(page, 'Opfølgning', 'Chef').fill('Chefen spørger til, hvad der blev af aftalen.');
    await field(page, 'Opfølgning', 'Leder').fill('Lederen viser på tavlen, hvor langt holdet er.');
    await saveAt(page, 'Opfølgning');
    await expect(page.getByText('Felter gemt: 2.')).toBeVisible();
    await filled(page, 8);
  });

  await test.step('what is copied from a spreadsheet is shown before it is saved, and what does not fit is named', async () => {
    await page.getByRole('link', { name: 'Sæt ind fra et regneark' }).click();
    await press(page, 'Se ændringerne');
    await expect(page.getByRole('link', { name: 'Sæt tabellen ind i feltet.' })).toBeVisible();
    const table = [
      ['', ...LEVELS, 'Bemærkning'],
      ['Overlevering', '', 'Lederen går vagten igennem med den næste.', 'Koordinatoren skriver det vigtigste ned.', 'ny'],
      ['Pauser', '', '', 'Koordinatoren holder øje med, at alle kommer fra.', ''],
      ['Ferie', 'Chefen godkender.', '', '', ''],
    ];
    await page.getByLabel('Tabellen').fill(table.map((cells) => cells.join('\t')).join('\n'));
    await press(page, 'Se ændringerne');
    await expect(page.getByRole('heading', { name: 'Felter, der bliver ændret: 3' })).toBeVisible();
    await expect(page.getByText('Lederen har øje for overlevering hos sine folk.')).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: 'Ferie' })).toBeVisible();
    await expect(page.getByText('springes over: Bemærkning')).toBeVisible();
    await expectWellBuilt(page);
    await press(page, 'Gem 3 ændringer');
    await expect(page.getByText('Felter gemt: 3.')).toBeVisible();
    await filled(page, 10);
  });

  await test.step('she takes it back in the workbench, all of it at once', async () => {
    await page.goto(`${version}/draft`);
    await press(page, /^Fortryd/);
    await expect(page.getByText(/^Fortrudt|fortrudt\.$/).first()).toBeVisible();
    await page.goto(`${version}/matrix/cells`);
    await filled(page, 8);
    await expect(field(page, 'Overlevering', 'Leder')).toHaveValue('Lederen har øje for overlevering hos sine folk.');
  });

  await test.step('two write in the same field: the second is told, keeps the words, and decides', async () => {
    const elsewhere = await browser.newContext();
    const other = await elsewhere.newPage();
    await signInAs(other, 'Lene Kragh');
    await other.goto(`${version}/matrix/cells`);
    await field(other, 'Pauser', 'Koordinator').fill('Koordinatoren sender folk til pause.');
    await field(other, 'Opfølgning', 'Koordinator').fill('Koordinatoren samler op om fredagen.');
    await field(page, 'Pauser', 'Chef').fill('Chefen holder selv pause.');
    await field(page, 'Pauser', 'Koordinator').fill('Koordinatoren lægger pauserne fast.');
    await saveAt(page, 'Pauser');
    await expect(page.getByText('Felter gemt: 2.')).toBeVisible();
    await saveAt(other, 'Pauser');
    await expect(other.getByText(/En anden har skrevet i 1 af de samme felter/)).toBeVisible();
    await expect(other.getByText('Koordinatoren sender folk til pause.').first()).toBeVisible();
    await expect(field(other, 'Pauser', 'Koordinator')).toHaveValue('Koordinatoren lægger pauserne fast.');
    await expect(field(other, 'Pauser', 'Chef')).toHaveValue('Chefen holder selv pause.');
    await expectWellBuilt(other);
    await filled(other, 10);
    await field(other, 'Pauser', 'Koordinator').fill('Koordinatoren lægger pauserne fast og sender folk afsted.');
    await saveAt(other, 'Pauser');
    await expect(other.getByText('Felter gemt: 1.')).toBeVisible();
    await expect(field(other, 'Pauser', 'Chef'), 'what only the first wrote stands').toHaveValue('Chefen holder selv pause.');
    await elsewhere.close();
  });

  await test.step('a save refused for another field loses nothing of hers, and the next writes over nobody else', async () => {
    const elsewhere = await browser.newContext();
    const other = await elsewhere.newPage();
    await signInAs(other, 'Lene Kragh');
    await other.goto(`${version}/matrix/cells`);
    await page.goto(`${version}/matrix/cells`);
    await field(page, 'Opfølgning', 'Leder').fill('Lederen følger op hver mandag.');
    await saveAt(page, 'Opfølgning');
    await expect(page.getByText('Felter gemt: 1.')).toBeVisible();
    await field(other, 'Opfølgning', 'Leder').fill('Lederen følger op om torsdagen.');
    await field(other, 'Overlevering', 'Chef').fill('ord '.repeat(25_001));
    await saveAt(other, 'Opfølgning');
    await expect(other.getByText('Felter gemt')).toHaveCount(0);
    await expect(field(other, 'Opfølgning', 'Leder')).toHaveValue('Lederen følger op om torsdagen.');
    await field(other, 'Overlevering', 'Chef').fill('Chefen er med ved overlevering.');
    await saveAt(other, 'Opfølgning');
    await expect(other.getByText(/En anden har skrevet i 1 af de samme felter/)).toBeVisible();
    await expect(other.getByText('Lederen følger op hver mandag.').first()).toBeVisible();
    await expect(field(other, 'Opfølgning', 'Leder')).toHaveValue('Lederen følger op om torsdagen.');
    await elsewhere.close();
  });

  await test.step('weights too: what another weighed meanwhile is shown before it is written over', async () => {
    const elsewhere = await browser.newContext();
    const other = await elsewhere.newPage();
    await signInAs(other, 'Lene Kragh');
    const weigh = async (at: Page, place: number, weight: string, words: string) => {
      await at.getByLabel('Vægt: Chef').nth(place).selectOption(weight);
      await at
        .getByLabel('Med egne ord')
        .nth(place * LEVELS.length)
        .fill(words);
    };
    for (const at of [page, other]) await at.goto(`${version}/weights?all`);
    await weigh(page, 0, '3', '');
    await press(page, 'Gem');
    await expect(page.getByText('Det er gemt.')).toBeVisible();
    await weigh(other, 0, '1', '');
    await weigh(other, 1, '', 'hver uge');
    await press(other, 'Gem');
    await expect(other.getByRole('link', { name: 'Du har skrevet ord. Vælg også, hvor meget det vejer.' })).toBeVisible();
    await weigh(other, 1, '2', 'hver uge');
    await press(other, 'Gem');
    await expect(other.getByText(/En anden har ændret vægten af 1 af de samme udsagn/)).toBeVisible();
    await expect(other.getByText('Gemt nu: Chef: Særlig vægt')).toBeVisible();
    await expect(other.getByLabel('Vægt: Chef').first()).toHaveValue('1');
    await elsewhere.close();
  });
  nothingWrong();
});
