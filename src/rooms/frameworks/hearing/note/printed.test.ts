import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Words } from '#base/printed-document.ts';
import { daysAfter } from '#base/time.ts';
import { printedNote } from '../components/printed.ts';
import type { Comment } from '../schema.ts';
import type { HearingNote, NoteEntry } from './read.server.ts';

const OPENED = new Date('2026-08-20T08:00:00Z');
const CLOSES = new Date('2026-10-29T11:00:00Z');

function statement(text: string) {
  const blank = {
    elementId: 'a',
    slug: 'a',
    kind: 'expectation' as const,
    kindName: 'Forventning',
    level: null,
    levelName: null,
  };
  return { ...blank, statementId: 'a', title: null, text, path: [], depth: 0, parentId: null };
}

const comment: Comment = {
  id: '1',
  statementId: 'a',
  text: '#panic("x") <script> Skriv “i tide”.',
  from: { bodyId: 'b', name: 'Hovedudvalget', late: true },
  answer: { outcome: 'taken_in', reason: 'Enig.', changedStatementId: 'a', revision: 1, answeredBy: 'Lene' },
};
const entry: NoteEntry = {
  statementId: 'a',
  heard: statement('Du siger fra.'),
  now: statement('Du siger fra i tide.'),
  changed: true,
  comments: [comment],
  changedBy: [],
};
const note: HearingNote = {
  hearing: {
    id: 'h',
    versionId: 'v',
    frameworkId: 'f',
    title: 'Høring om ledelse',
    letter: 'Et brev.',
    contact: '',
    employees: true,
    k: 5,
    openedAt: OPENED,
    closesAt: CLOSES,
    stepId: null,
    treatmentBeganAt: daysAfter(CLOSES, 1),
    setOpened: false,
    treatedAt: daysAfter(CLOSES, 9),
    publishedAt: daysAfter(CLOSES, 10),
    state: 'published',
  },
  bodies: [
    { id: 'b', name: 'Hovedudvalget', repliedAt: daysAfter(CLOSES, 1), repliedBy: 'Tom', late: true },
    { id: 'c', name: 'Chefforum', repliedAt: null, repliedBy: null, late: false },
  ],
  mine: [],
  asEmployee: false,
  holds: true,
  head: null,
  deadlines: [{ kind: 'opened', closesAt: CLOSES, reason: '', setAt: OPENED }],
  entries: [entry],
  changes: [{ statementId: 'a', before: entry.heard, after: entry.now }],
  progress: { answered: 1, all: 1 },
  fromBodies: 1,
  fromEmployees: 0,
};

const plain = (words: Words): string => (typeof words === 'string' ? words : words.map((run) => run.text).join(''));

test('AA15 the printed note says who was asked, who answered, what was said, what became of it, and what changed', () => {
  const document = printedNote(note);
  const said = document.blocks
    .flatMap((block) => {
      if (block.kind === 'table') return block.rows.flat().map(plain);
      if (block.kind === 'list') return block.items.map(plain);
      return 'text' in block ? [plain(block.text)] : [];
    })
    .join('\n');
  for (const words of [
    '29. oktober 2026',
    'Hovedudvalget',
    'Chefforum',
    'Ikke svaret',
    'for sent',
    '#panic("x") <script>',
    'Taget med: Enig.',
    'Færre end 5',
  ])
    assert.ok(said.includes(words), words);
  assert.ok(!said.includes('Tom'), 'who in a body wrote or sent is for the body');
});

test('AA15 the printed note marks what was added and what was taken out of the text', () => {
  const runs = printedNote(note).blocks.flatMap((block) =>
    block.kind === 'text' && typeof block.text !== 'string' ? block.text : [],
  );
  assert.deepEqual(
    runs.filter((run) => run.mark === 'inserted').map((run) => run.text.trim()),
    ['i tide'],
  );
  assert.ok(runs.every((run) => run.mark !== 'deleted'));
});
