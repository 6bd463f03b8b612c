// How long a search takes in an organisation with 100 frameworks: each of several questions, again and again, as the web process asks them.
import { freshDatabase } from '../tests/database.ts';
import { demoFramework } from '#demo/framework.ts';
import { mintTenant } from '#database/tenant.ts';
import { newId } from '#base/ids.ts';
import { checkNothingLost, type FrameworkDraft } from '#importing/open-format.ts';
import { searchFrameworks } from '#rooms/frameworks/search/read.server.ts';
import { createFromDraft } from '#rooms/frameworks/write.server.ts';
import { median, rounded, timed, type Figure, type Say } from './figure.ts';

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

export async function measure(say: Say): Promise<Figure> {
  const database = await freshDatabase();
  try {
    const { id } = await database.as.worker.kysely
      .insertInto('organisations')
      .values({ slug: 'hundrede', name: 'Hundrede' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const elements = await fill(mintTenant(database.as.worker, id));
    say(`${FRAMEWORKS} frameworks, ${elements} statements`);
    const tenant = mintTenant(database.as.web, id);
    const reader = { personId: newId(), drafts: true };
    const ask = (q: string) => tenant.transaction((tx) => searchFrameworks(tx, { q, framework: null, page: 1 }, reader));
    const slowest: number[] = [];
    for (const q of QUESTIONS) {
      await ask(q);
      const times: number[] = [];
      for (let run = 0; run < RUNS; run++) times.push((await timed(() => ask(q))).ms);
      const { total } = await ask(q);
      say(`${q}: ${total} places, ${rounded(median(times))} ms`);
      slowest.push(median(times));
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
      beside: { medianMs: rounded(median(slowest)), frameworks: FRAMEWORKS, statements: elements, questions: QUESTIONS.length },
    };
  } finally {
    await database.close();
  }
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
