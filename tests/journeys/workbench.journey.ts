// A damaged document becomes a framework: the doubtful places first, each repair decided, the words put right, by keyboard, and undone.
import { expect, test, type Page } from '@playwright/test';
import { pejling } from './command.ts';
import { expectWellBuilt, signInAs, watchConsole } from './person.ts';

const SCAN = `Kursen for ledelse i Fjordby

Forord
Ledelse i Fjordby Kommune er noget, vi gør sammen hver dag. Det her er vores faelles retning, og den gælder
for alle ledere fra direktion til afdeling.

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

const row = (page: Page, words: string) => page.locator('#draft-tree .row', { hasText: words });
const link = (page: Page, words: string) => row(page, words).locator('[data-part=name]').first();
const state = (page: Page) => page.locator('#workbench-state');
const saved = async (page: Page) => expect(state(page)).toHaveText(/^Gemt kl\. \d\d\.\d\d$/);
const words = async (page: Page) => page.locator('#draft-tree [data-part=name]').allInnerTexts();

async function importScan(page: Page, slug: string): Promise<string> {
  await page.goto(`/${slug}/frameworks/import`);
  const document = { name: 'kursen.txt', mimeType: 'text/plain', buffer: Buffer.from(SCAN) };
  await page.locator('input[type=file]').setInputFiles(document);
  await page.getByRole('button', { name: 'Læs dokumentet' }).click();
  await expect(page).toHaveURL(/\/draft/);
  return page.url().replace(/[?#].*/, '');
}

test('a damaged document is put right from end to end without a mouse, and every step can be undone', async ({ page }, {
  project,
}) => {
  const slug = `skan-${project.name}${process.env.PEJLING_JOURNEY_RUN ?? ''}`;
  pejling('demo', '--empty', '--slug', slug, '--name', `Skanby (${slug})`);
  const quiet = watchConsole(page);
  await signInAs(page, 'Lene Kragh', `Skanby (${slug})`);
  const draft = await importScan(page, slug);
  await expectWellBuilt(page);

  await test.step('the doubtful places stand first, with a figure and a reason, and one is found right', async () => {
    await page.goto(`${draft}?view=places`);
    await expect(page.getByText(/^Tvivl: \d+ %$/).first()).toBeVisible();
    await expectWellBuilt(page);
    await page.getByRole('button', { name: 'Det er rigtigt' }).first().click();
    await expect(page.getByText('Stedet er gemt som set.')).toBeVisible();
    await expect(page.getByText(/^1 af \d+ set$/).first()).toBeVisible();
  });

  await test.step('a repair is rejected by itself, the rest are accepted in one press', async () => {
    await page.goto(`${draft}?view=repairs`);
    await expectWellBuilt(page);
    const when = page.locator('li', { has: page.locator('ins', { hasText: /når$/ }) }).first();
    await when.getByRole('button', { name: 'Afvis' }).first().click();
    await expect(page.getByText('Afgørelsen er gemt.')).toBeVisible();
    await page.getByRole('button', { name: 'Godkend alle, der mangler' }).click();
    await expect(page.getByText(/^0 af \d+ rettelser mangler en afgørelse\.$/)).toBeVisible();
    await page.goto(draft);
    await expect(link(page, 'nar det er svært')).toBeVisible();
  });

  await test.step('what is typed is saved by itself and is there after the page is loaded again', async () => {
    await link(page, 'Lederen går foran').focus();
    await page.keyboard.press('Enter');
    const text = page.locator('#live-text');
    await expect(text).toBeFocused();
    await text.fill('Lederen går foran, når det er svært, og');
    await saved(page);
    await expectWellBuilt(page);
    await page.reload();
    await expect(link(page, 'når det er svært')).toBeVisible();
  });

  await test.step('a torn sentence is joined, and a statement is split at the cursor', async () => {
    await link(page, 'Lederen går foran').focus();
    await page.keyboard.press('Escape');
    await link(page, 'Lederen går foran').focus();
    await page.keyboard.press('j');
    await expect(link(page, 'og siger det på mødet.')).toBeVisible();
    await link(page, 'Mod Vi siger').focus();
    await page.keyboard.press('Enter');
    await page.locator('#live-text').evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(4, 4));
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => words(page)).toContain('Mod');
    expect(await words(page)).toContain('Vi siger tingene, som de er, og vi lytter til svaret');
    await page.keyboard.press('Escape');
  });

  await test.step('it is moved by keyboard, undone, redone, and undo is still there after the page is loaded again', async () => {
    const before = await words(page);
    await link(page, 'Lederen deler viden').focus();
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => words(page)).not.toEqual(before);
    const moved = await words(page);
    await expect(link(page, 'Lederen deler viden')).toBeFocused();
    await page.keyboard.press('Control+z');
    await expect.poll(() => words(page)).toEqual(before);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => words(page)).toEqual(moved);
    await page.reload();
    await page.getByRole('button', { name: /^Fortryd: Flyttet/ }).click();
    await expect.poll(() => words(page)).toEqual(before);
  });

  await test.step('a place to move to is found by typing, and the keys are told on a question mark', async () => {
    await link(page, 'Chefen åbner døre').focus();
    await page.keyboard.press('m');
    await page.getByRole('combobox', { name: 'Skriv for at finde stedet' }).fill('samarbejde');
    await expectWellBuilt(page);
    await page.keyboard.press('Enter');
    await expect(
      page.locator('#draft-tree li', { hasText: 'Samarbejde' }).last().locator('li', { hasText: 'Chefen åbner døre' }),
    ).toBeVisible();
    await page.keyboard.press('?');
    await expect(page.getByRole('heading', { name: 'Taster' })).toBeVisible();
    await expectWellBuilt(page);
    await page.keyboard.press('Escape');
  });

  await test.step('several are given the same kind at once', async () => {
    for (const name of ['Chefen gør målene', 'Lederen oversætter målene']) {
      await link(page, name).focus();
      await page.keyboard.press('Space');
    }
    await page.getByLabel('Slags').first().selectOption({ label: 'Forventning' });
    await page.getByRole('button', { name: 'Ændr de valgte' }).click();
    await expect(row(page, 'Lederen oversætter målene').first()).toContainText('Forventning');
    await expectWellBuilt(page);
  });

  await test.step('the next doubtful place is a key away, in the draft and in the document', async () => {
    await page.locator('#draft-tree [data-part=name]').first().focus();
    await page.keyboard.press('n');
    await expect(page.locator('#workbench-said')).toHaveText(/^Sted \d+ af \d+: .+\.$/);
    await expect(page.locator('#source-lines .is-marked').first()).toBeAttached();
  });

  await test.step('the framework is published', async () => {
    await page.goto(draft.replace(/\/draft$/, '/publication'));
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    await page.getByRole('button', { name: 'Udgiv ledelsesgrundlaget' }).click();
    await expect(page.getByText('og siger det på mødet.').first()).toBeVisible();
  });
  quiet();
});

test('two editors and a lost connection: nobody’s words are lost', async ({ page, browser }, { project }) => {
  const slug = `to-${project.name}${process.env.PEJLING_JOURNEY_RUN ?? ''}`;
  pejling('demo', '--empty', '--slug', slug, '--name', `Toby (${slug})`);
  await signInAs(page, 'Lene Kragh', `Toby (${slug})`);
  const draft = await importScan(page, slug);
  const context = await browser.newContext({ viewport: page.viewportSize(), locale: 'da-DK' });
  const other = await context.newPage();
  await signInAs(other, 'Lene Kragh', `Toby (${slug})`);
  for (const one of [page, other]) {
    await one.goto(draft);
    await link(one, 'Chefen åbner døre').click();
  }
  // The other's page looks for news now and then: without a connection it surely hears of the change after its own words.
  await other.context().setOffline(true);
  await page.locator('#live-text').fill('Chefen åbner alle døre');
  await saved(page);
  await other.locator('#live-text').fill('Chefen åbner vinduer');
  await expect(state(other)).toContainText('Ingen forbindelse');
  await other.context().setOffline(false);
  await expect(other.getByText('En anden har rettet udsagnet, mens du skrev')).toBeVisible();
  await expect(other.getByText('Chefen åbner alle døre').last()).toBeVisible();
  await expect(other.locator('#live-text')).toHaveValue('Chefen åbner vinduer');
  await expectWellBuilt(other);
  await other.getByRole('button', { name: 'Gem min alligevel' }).click();
  await saved(other);

  await other.context().setOffline(true);
  await other.locator('#live-text').fill('Chefen åbner vinduer og døre');
  await expect(state(other)).toContainText('Ingen forbindelse');
  await other.context().setOffline(false);
  await saved(other);
  await page.reload();
  await expect(link(page, 'Chefen åbner vinduer og døre')).toBeVisible();
  await context.close();
});
