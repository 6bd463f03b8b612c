// What can be done wrong with an answer: sent twice, sent with another round's token, from two browsers, too late.
import { expect, test, type APIRequestContext, type Browser, type Page } from '@playwright/test';
import { linksOf, openRound, ownBrowser, settleNeighbour, type Neighbour } from './neighbour.ts';
import { expectWellBuilt, signInAs } from './person.ts';
import { Respondent } from './respondent.ts';
import { post } from './site.ts';

test.skip(({ isMobile }) => isMobile, 'the size of the window changes nothing here');

let nabo: Neighbour;
test.beforeAll(({}, { project }) => {
  if (project.name === 'desktop') nabo = settleNeighbour('ballots', project.name);
});

/** Links of invitations, as they stand in the demo's outbox. */
async function invitations(hr: Page, slug: string, count: number): Promise<string[]> {
  const links: string[] = [];
  for (const mail of await linksOf(hr.request, `/${slug}/outbox`)) {
    if (links.length === count) break;
    if (!/\/outbox\/[0-9a-f-]{36}$/.test(mail)) continue;
    const link = /\/answer\/open\/[\w.-]+/.exec(await (await hr.request.get(mail)).text())?.[0];
    if (link !== undefined && !links.includes(link)) links.push(link);
  }
  expect(links).toHaveLength(count);
  return links;
}

/** Opens an invitation in a browser and chooses an answer to every question. */
async function fillIn(browser: Browser, link: string): Promise<Page> {
  const page = await ownBrowser(browser);
  await page.goto(link);
  await page.getByRole('button').first().click();
  await expect(page).toHaveURL(/\/answer\/ballot/);
  const device = page.getByRole('button', { name: /min egen|Ja/ }).first();
  await expect(page.getByRole('button', { name: /^Send/ }).or(device).first()).toBeVisible();
  if (await device.isVisible()) await device.click();
  await expect(page.getByRole('button', { name: /^Send/ })).toBeVisible();
  await page.evaluate(() => {
    for (const radio of document.querySelectorAll<HTMLInputElement>('#ballot input[type=radio][value="4"]')) radio.click();
  });
  return page;
}

const press = (page: Page) => page.getByRole('button', { name: /^Send/ }).click();

test('an answer counts once, in its own round only, until the round is closed', async ({
  page,
  browser,
  playwright,
  baseURL,
}) => {
  const origin = new URL(baseURL ?? '').origin;
  const own = (): Promise<APIRequestContext> => playwright.request.newContext({ baseURL: origin });
  await signInAs(page, 'Lene Kragh', nabo.name);
  const round = await openRound(page, nabo.slug);
  const [first = '', second = '', third = ''] = await invitations(page, nabo.slug, 3);
  const anna = await Respondent.enter(await own(), origin, first);

  const prepared = await anna.prepare();
  const signed = await test.step('an interrupted browser gets its token again, another one does not', async () => {
    const once = await anna.askToken(prepared.token.blinded);
    expect(once.status).toBe(200);
    expect(await anna.askToken(prepared.token.blinded)).toEqual(once);
    const another = await anna.askToken((await anna.prepare()).token.blinded);
    expect([another.status, another.body.problem]).toEqual([409, 'conflict']);
    return anna.token(prepared);
  });

  await test.step('the same ballot twice, also at once, is one ballot with one receipt', async () => {
    const ballot = await anna.ballot(signed, 1, 3);
    const [one, two] = await Promise.all([anna.send(ballot), anna.send(ballot)]);
    expect(one.status).toBe(200);
    expect(two).toEqual(one);
    expect(await anna.send(ballot)).toEqual(one);
    const changed = await anna.send(await anna.ballot(signed, 2, 4));
    expect([changed.status, changed.body.version]).toEqual([200, 2]);
    const replayed = await anna.send(ballot);
    expect([replayed.status, replayed.body.problem, replayed.body.receipt]).toEqual([409, 'outdated', changed.body.receipt]);
  });

  await test.step('a token of this round opens no other, and no bytes make the urn fail', async () => {
    const ballot = await anna.ballot(signed, 3, 5);
    const { organisation } = anna.manifest;
    const wrong: [string, Uint8Array, number, string][] = [
      [`/urn/${organisation}/0191f3c0-0000-4000-8000-000000000000`, ballot, 400, 'token'],
      [`/urn/${organisation + 1}/${round}`, ballot, 404, 'unknown_round'],
      [`/urn/1/${round}`, ballot, 404, 'unknown_round'],
      [anna.urn, ballot.with(40, (ballot[40] ?? 0) ^ 1), 400, 'form'],
      [anna.urn, ballot.with(5, (ballot[5] ?? 0) ^ 1), 403, 'token'],
      [anna.urn, ballot.with(700, (ballot[700] ?? 0) ^ 1), 403, 'signature'],
      [anna.urn, ballot.subarray(1), 400, 'form'],
      [anna.urn, new Uint8Array(ballot.length), 400, 'form'],
    ];
    for (const [urn, bytes, status, problem] of wrong) {
      const reply = await anna.send(bytes, urn);
      expect([reply.status, reply.body.problem]).toEqual([status, problem]);
    }
    for (const [path, data] of [
      [anna.urn, Buffer.alloc(70_000)],
      ['/urn/1/x', Buffer.from(ballot)],
    ] as const) {
      const answer = await page.request.post(path, { data, headers: { 'content-type': 'text/plain' } });
      expect([404, 413]).toContain(answer.status());
    }
  });

  await test.step('who opens the same invitation in another browser is told what has happened and whom to ask', async () => {
    const again = await fillIn(browser, first);
    await press(again);
    await expect(again.getByText('Der er allerede svaret med din invitation').first()).toBeVisible();
    await expectWellBuilt(again);
    await again.context().close();
  });

  await test.step('an answer that the urn refuses is not lost, and two presses are one answer', async () => {
    const bo = await fillIn(browser, second);
    await bo.route('**/urn/**', (route) => route.continue({ url: `${origin}/urn/1/0191f3c0-0000-4000-8000-000000000000` }));
    await press(bo);
    await expect(bo.getByText('Svaret blev ikke sendt').first()).toBeVisible();
    await expectWellBuilt(bo);
    await bo.unroute('**/urn/**');
    await bo.reload();
    await expect(bo.getByRole('button', { name: /^Send/ }).or(bo.getByText('Dit svar ligger i urnen')).first()).toBeVisible();
    if (!(await bo.getByText('Dit svar ligger i urnen').first().isVisible()))
      await bo.getByRole('button', { name: /^Send/ }).dblclick();
    await expect(bo.getByText('Dit svar ligger i urnen').first()).toBeVisible();
    await bo.context().close();
  });

  const late = await fillIn(browser, third);
  const carl = await Respondent.enter(await own(), origin, third);
  await test.step('HR closes the round, twice at once', async () => {
    const closure = `/${nabo.slug}/rounds/${round}/closure`;
    const fields = { reason: 'Alle har svaret.', understood: 'on' };
    const answers = await Promise.all([post(page.request, origin, closure, fields), post(page.request, origin, closure, fields)]);
    for (const answer of answers) expect([303, 409]).toContain(answer.status());
    expect((await post(page.request, origin, closure, fields)).status()).toBe(409);
  });

  await test.step('who presses Send a moment too late is told so', async () => {
    await press(late);
    await expect(late.getByText('Målingen er lukket').first()).toBeVisible();
    await expectWellBuilt(late);
    await late.reload();
    await expect(late.getByText('Målingen er lukket').first()).toBeVisible();
    await expectWellBuilt(late);
    await late.context().close();
  });

  await test.step('nothing gets in afterwards, neither with a new token nor with an old one', async () => {
    const refused = await carl.askToken((await carl.prepare()).token.blinded);
    expect([refused.status, refused.body.problem]).toEqual([409, 'closed']);
    const ballot = await anna.send(await anna.ballot(signed, 4, 1));
    expect(ballot.status === 409 || ballot.status === 404).toBe(true);
    expect(['closed', 'unknown_round']).toContain(ballot.body.problem);
  });
});
