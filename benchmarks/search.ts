// How long a search of everything takes in an organisation with 100 frameworks: each of several questions, again and again, as the page of
// hits asks them, for somebody who edits frameworks and for an employee.
import { freshDatabase } from '../tests/database.ts';
import { demoFramework } from '#demo/framework.ts';
import { mintTenant } from '#database/tenant.ts';
import { checkNothingLost, type FrameworkDraft } from '#importing/open-format.ts';
import { createFromDraft } from '#rooms/frameworks/write.server.ts';
import { Member } from '#rooms/people/proof.server.ts';
import { searchEverything, type Everything } from '#rooms/plans/search/read.server.ts';
import { BESIDE, fillBeside, settleUnits } from './search/beside.ts';
import { median, rounded, timed, type Figure, type Say, type Timed } from './figure.ts';

const LIMIT_MS = 50;
const FRAMEWORKS = 100;
/** Common words, rare ones, parts of words, several at once, and one that nobody wrote. */
const QUESTIONS = [
  'ledelse',
  'grundlag',
  'medarbejder',
  'hvad forventer vi af en leder',
  'tillid',
  'møder aftaler',
  'aabenhed',
  'xylofon',
];
const RUNS = 9;
/** How often all are asked before, as a program that has run for a while has been. */
const WARM_UP = 5;

export async function measure(say: Say): Promise<Figure> {
  const database = await freshDatabase();
  try {
    const { id } = await database.as.worker.kysely
      .insertInto('organisations')
      .values({ slug: 'hundrede', name: 'Hundrede' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const worker = mintTenant(database.as.worker, id);
    const personId = await settleUnits(worker);
    const elements = await fill(worker);
    await fillBeside(database.ownerUrl, id, personId);
    say(`${FRAMEWORKS} frameworks, ${elements} statements`);
    const organisation = { id, slug: 'hundrede', name: 'Hundrede', demo: false };
    const person = { personId, name: 'Alma', email: null, locale: 'da' as const, organisation };
    const tenant = mintTenant(database.as.web, id);
    const slowest: number[] = [];
    for (const drafts of [true, false]) {
      const member = new Member({ ...person, tenant, roles: drafts ? ['employee', 'hr', 'editor'] : ['employee'] });
      const ask = (q: string) => searchEverything(member, { q, framework: null, page: 1, drafts });
      for (let run = 0; run < WARM_UP; run++) for (const q of QUESTIONS) await ask(q);
      for (const q of QUESTIONS) slowest.push(await askAgain(() => ask(q), `${drafts ? 'editor' : 'employee'}, ${q}`, say));
    }
    const value = Math.max(...slowest);
    return {
      name: 'search',
      value: rounded(value),
      unit: 'ms',
      ratio: rounded(value / LIMIT_MS),
      against: LIMIT_MS,
      againstWhat: 'the limit in ms, for the slowest of the questions',
      aim: 'below 1',
      beside: {
        medianMs: rounded(median(slowest)),
        frameworks: FRAMEWORKS,
        statements: elements,
        ...BESIDE,
        questions: QUESTIONS.length,
      },
    };
  } finally {
    await database.close();
  }
}

/** The middle of the times that a question takes. */
async function askAgain(ask: () => Promise<Everything>, what: string, say: Say): Promise<number> {
  const { result, beside } = await ask();
  const runs: Timed<Everything>[] = [];
  for (let run = 0; run < RUNS; run++) runs.push(await timed(ask));
  const [ms, cpu] = [median(runs.map((run) => run.ms)), median(runs.map((run) => run.cpuMs))];
  const around = Object.values(beside ?? {}).reduce((sum, { total }) => sum + total, 0);
  say(`${what}: ${result.total} places and ${around} beside, ${rounded(ms)} ms, of which ${rounded(cpu)} processor time here`);
  return ms;
}

/** The invented municipality's framework a hundred times, each with words of its own in every text. */
async function fill(tenant: ReturnType<typeof mintTenant>): Promise<number> {
  let elements = 0;
  for (let number = 1; number <= FRAMEWORKS; number++) {
    const draft = own(demoFramework('2020-01-01'), number);
    checkNothingLost(draft);
    elements += draft.elements.length;
    await tenant.transaction((tx) => createFromDraft(tx, draft, { publish: number % 10 > 0 }));
  }
  return elements;
}

function own(draft: FrameworkDraft, number: number): FrameworkDraft {
  const elements = draft.elements.map((element, at) => ({
    ...element,
    text: `${element.text ?? ''} ${wordFor(number, at)}`.trim(),
  }));
  const texts = elements.flatMap(({ title, text }) => [title ?? '', text]);
  const empty = { repeats: [], unplaced: [], furniture: [], repairs: [] };
  return { ...draft, ...empty, title: `${draft.title} ${number}`, elements, text: texts.join('\n') };
}

const SYLLABLES = [
  'sam',
  'ar',
  'bej',
  'de',
  'ret',
  'ning',
  'ud',
  'vik',
  'ling',
  'tryg',
  'hed',
  'for',
  'an',
  'dring',
  'sty',
  're',
];

/** A long invented word that stands nowhere else: an index of real words grows with the number of texts. */
function wordFor(number: number, at: number): string {
  const mixed = number * 7919 + at * 104_729;
  return Array.from({ length: 5 }, (_, i) => SYLLABLES[(mixed >> (i * 3)) % SYLLABLES.length] ?? '').join('');
}
