// Answering in a real browser: what leaves it, what stays, and what a person sees where answers cannot be sealed.
import { expect, test, type Browser, type BrowserContextOptions, type Page, type Route } from '@playwright/test';
import { linksOf, openRound, settleNeighbour, type Neighbour } from './neighbour.ts';
import { expectWellBuilt, signInAs, watchConsole } from './person.ts';

let nabo: Neighbour;
test.beforeAll(({}, info) => {
  nabo = settleNeighbour('answers', info.project.name);
});

/** The link of the n-th invitation in the outbox; every test takes another person's. */
async function invitation(browser: Browser, nth: number): Promise<string> {
  const context = await browser.newContext({ locale: 'da-DK' });
  const hr = await context.newPage();
  await signInAs(hr, 'Lene Kragh', nabo.name);
  await openRound(hr, nabo.slug);
  const links: string[] = [];
  for (const mail of await linksOf(hr.request, `/${nabo.slug}/outbox`)) {
    if (links.length > nth) break;
    if (!/\/outbox\/[0-9a-f-]{36}$/.test(mail)) continue;
    // Leaders also get a mail about what they answer with their name; that one has no such link.
    const link = /\/answer\/open\/[\w.-]+/.exec(await (await hr.request.get(mail)).text())?.[0];
    if (link !== undefined && !links.includes(link)) links.push(link);
  }
  await context.close();
  return links[nth] ?? '';
}

async function openBallot(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('button', { name: 'Se spørgsmålene' }).click();
  await expect(page).toHaveURL(/\/answer\/ballot$/);
}

async function answerAll(page: Page): Promise<void> {
  for (const question of await page.locator('#ballot fieldset').all()) await question.getByRole('radio').nth(3).check();
}

const kept = (page: Page) => page.getByRole('heading', { name: 'Dit svar ligger i urnen' });

test('what is sent to the urn carries no cookie, no page it came from, and nothing that can be read', async ({
  page,
  browser,
}) => {
  const nothingWrong = watchConsole(page);
  await openBallot(page, await invitation(browser, 0));
  const requests: { url: string; headers: Record<string, string>; body: Buffer | null }[] = [];
  page.on('request', async (request) => {
    if (request.method() === 'POST')
      requests.push({ url: request.url(), headers: await request.allHeaders(), body: request.postDataBuffer() });
  });
  await page.getByRole('button', { name: 'Ja, den er min egen' }).click();
  await expectWellBuilt(page);
  await page.locator('#ballot fieldset').first().getByRole('radio').first().check();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/answer\/ballot$/);
  await page.reload();
  await expect(page.locator('#ballot fieldset').first().getByRole('radio').first()).toBeChecked();
  await answerAll(page);
  await page.getByRole('button', { name: 'Send svaret' }).click();
  await expect(kept(page)).toBeVisible();
  await expectWellBuilt(page);
  const [token, ballot, ...others] = requests;
  expect(others).toEqual([]);
  expect(new URL(token?.url ?? '').pathname).toBe('/answer/token');
  expect(new URL(ballot?.url ?? '').pathname).toMatch(/^\/urn\/\d+\/[0-9a-f-]{36}$/);
  expect(ballot?.headers['cookie']).toBeUndefined();
  expect(ballot?.headers['referer']).toBeUndefined();
  expect(ballot?.headers['content-length']).toBe('1567');
  expect(await page.locator('#ballot input:checked').count()).toBe(0);
  nothingWrong();
});

test.describe('in one size of window', () => {
  test.skip(({ isMobile }) => isMobile, 'what is tried here does not depend on it; trouble is looked at on a phone anyway');

  test('a shared device forgets: nothing is left in the browser, and the cookie can be dropped', async ({
    page,
    browser,
    context,
  }) => {
    const link = await invitation(browser, 1);
    await openBallot(page, link);
    await page.getByRole('button', { name: 'Nej, andre bruger den også' }).click();
    await answerAll(page);
    await page.reload();
    await page.getByRole('button', { name: 'Nej, andre bruger den også' }).click();
    expect(await page.locator('#ballot input:checked').count()).toBe(0);
    await answerAll(page);
    await page.getByRole('button', { name: 'Send svaret' }).click();
    await expect(kept(page)).toBeVisible();
    await page.getByRole('link', { name: 'Glem mig på denne enhed' }).click();
    await expectWellBuilt(page);
    await page.getByRole('button', { name: 'Glem mig på denne enhed' }).click();
    expect((await context.cookies()).filter((cookie) => cookie.name.includes('respondent'))).toEqual([]);
    await openBallot(page, link);
    await page.getByRole('button', { name: 'Nej, andre bruger den også' }).click();
    await answerAll(page);
    await page.getByRole('button', { name: 'Send svaret' }).click();
    await expect(page.getByRole('heading', { name: 'Der er allerede svaret med din invitation' })).toBeVisible();
  });

  test('without a network the answer waits, and is sent when there is one', async ({ page, browser, context }) => {
    await openBallot(page, await invitation(browser, 2));
    await page.getByRole('button', { name: 'Ja, den er min egen' }).click();
    await answerAll(page);
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Send svaret' }).click();
    await expect(page.getByText('Vi prøver igen, når der er net.')).toBeVisible();
    await context.setOffline(false);
    await expect(kept(page)).toBeVisible();
  });

  test('a draft can be deleted, and questions may be left blank when asked twice', async ({ page, browser }) => {
    await openBallot(page, await invitation(browser, 3));
    await page.getByRole('button', { name: 'Ja, den er min egen' }).click();
    await page.locator('#ballot fieldset').first().getByRole('radio').first().check();
    await page.getByRole('button', { name: 'Slet kladde' }).click();
    await expect(page.getByText('Kladden er slettet.')).toBeVisible();
    await page.reload();
    await expect(page.locator('#ballot')).toBeVisible();
    expect(await page.locator('#ballot input:checked').count()).toBe(0);
    await page.getByRole('button', { name: 'Send svaret' }).click();
    await expect(page.getByRole('heading', { name: 'Der er tomme spørgsmål' })).toBeVisible();
    await page.getByRole('button', { name: 'Vis det første' }).click();
    await expect(page.locator('#ballot fieldset').first().getByRole('radio').first()).toBeFocused();
    await page.getByRole('button', { name: 'Send svaret' }).click();
    await expect(kept(page)).toBeVisible();
    await page.reload();
    await expect(kept(page)).toBeVisible();
  });

  type Trouble = { name: string; options?: BrowserContextOptions; route?: (route: Route) => Promise<void>; script?: () => void };
  const TROUBLES: Trouble[] = [
    { name: 'scripts off', options: { javaScriptEnabled: false } },
    { name: 'the script blocked', route: (route) => route.abort() },
    {
      name: 'the script changed on the way',
      route: async (route) => route.fulfill({ response: await route.fetch(), body: `${await (await route.fetch()).text()};` }),
    },
    {
      name: 'no cryptography, as on a plain http address',
      script: () => Object.defineProperty(crypto, 'subtle', { value: undefined }),
    },
    {
      name: 'cryptography that throws',
      script: () => Object.defineProperty(crypto.subtle, 'verify', { value: () => Promise.reject(new Error('no')) }),
    },
  ];

  for (const trouble of TROUBLES)
    test(`with ${trouble.name} the page says what to do, and nothing can be sent`, async ({ browser }) => {
      const link = await invitation(browser, 4);
      const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'da-DK', ...trouble.options });
      const page = await context.newPage();
      if (trouble.script !== undefined) await page.addInitScript(trouble.script);
      if (trouble.route !== undefined) await page.route('**/sealed/**', trouble.route);
      const posts: string[] = [];
      await openBallot(page, link);
      page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()));
      await page.reload({ waitUntil: 'networkidle' });
      await expect(page.getByRole('heading', { name: 'Her kan du ikke svare endnu' })).toBeVisible();
      await expect(page.locator('#ballot')).toBeHidden();
      expect(await page.locator('main button:visible, main form').count()).toBe(0);
      expect(posts).toEqual([]);
      await context.close();
    });
});
