import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bagOfWords } from '#importing/words.ts';
import { checkNothingLost, ELEMENT_KINDS, FORMAT, type FrameworkDraft } from '#importing/open-format.ts';
import { fromOpenFormat, toOpenFormat } from '../exchange/rules.ts';
import type { VersionHead } from '../schema.ts';
import { canUndo, removeElement, undoRemoval } from './removals/rules.ts';
import { addElement, appendRest, editElement, isPassage, moveElement, placeRest, sortRest, stepElement } from './rules.ts';
import type { ElementFields, Manuscript } from './schema.ts';

const draft: FrameworkDraft = {
  format: FORMAT,
  organisation: 'Fjordby Kommune',
  title: 'Kursen',
  date: '2026',
  levels: ['Chef', 'Leder'],
  kinds: { competence: 'Dygd' },
  elements: [
    {
      id: 'retning',
      kind: 'competence',
      parent: null,
      level: null,
      title: 'Retning',
      text: 'Vi ved hvorhen',
      source: { lines: [1, 2] },
    },
    {
      id: 'retning/chef',
      kind: 'expectation',
      parent: 'retning',
      level: 'Chef',
      title: null,
      text: 'Chefen peger ud',
      source: { lines: [3, 3] },
    },
    {
      id: 'retning/leder',
      kind: 'expectation',
      parent: 'retning',
      level: 'Leder',
      title: null,
      text: 'Lederen viser vej',
      source: { lines: [4, 4] },
    },
    { id: 'mod', kind: 'competence', parent: null, level: null, title: 'Mod', text: null, source: { lines: [5, 5], page: 2 } },
  ],
  repeats: [{ text: 'Retning Mod', source: { lines: [6, 6] }, element: 'retning' }],
  unplaced: [{ text: 'Vedtaget i byrådet', source: { lines: [7, 7] } }],
  furniture: [{ text: 'Side 1', source: { lines: [8, 8] } }],
  repairs: [{ line: 4, from: 'Lede ren', to: 'Lederen' }],
  text: 'Retning\nVi ved hvorhen\nChefen peger ud\nLede ren viser vej\nMod\nRetning Mod\nVedtaget i byrådet\nSide 1',
};
const head: VersionHead = {
  versionId: 'v',
  frameworkId: 'f',
  title: draft.title,
  number: 1,
  issuedBy: draft.organisation,
  dated: draft.date,
  revision: 1,
  coverRevision: 1,
  sourceName: null,
  createdAt: new Date(0),
  publishedAt: null,
  supersededOn: null,
};
const levels = draft.levels.map((name, index) => ({ position: index + 1, name }));

const opened = (): Manuscript => ({ ...fromOpenFormat(draft), removals: [] });
const closed = (manuscript: Manuscript): FrameworkDraft =>
  toOpenFormat({
    head,
    levels,
    kinds: draft.kinds,
    elements: manuscript.elements,
    rests: manuscript.rests,
    sourceText: draft.text,
  });
const element = (manuscript: Manuscript, slug: string) => {
  const known = manuscript.elements.find((candidate) => candidate.slug === slug);
  assert.ok(known);
  return known;
};
const wordsIn = (manuscript: Manuscript) =>
  bagOfWords([
    ...manuscript.elements.flatMap(({ title, text }) => [title ?? '', text ?? '']),
    ...manuscript.rests.filter(isPassage).map((rest) => rest.text),
  ]);

test('what is imported and exported again is the same document', () => {
  checkNothingLost(draft);
  assert.deepEqual(closed(opened()), draft);
});

/** One thing an editor does; numbers choose among what there is at that moment. */
type Deed = {
  what: 'edit' | 'add' | 'place' | 'append' | 'sort' | 'step' | 'move' | 'remove' | 'undo';
  a: number;
  b: number;
  fields: ElementFields;
};
const someWords = fc.option(
  fc
    .array(fc.constantFrom('Retning', 'Mod', 'vi', 'ved', 'hvorhen', 'nye', 'ord'), { minLength: 1, maxLength: 4 })
    .map((words) => words.join(' ')),
  { nil: null },
);
const deed: fc.Arbitrary<Deed> = fc.record({
  what: fc.constantFrom('edit', 'add', 'place', 'append', 'sort', 'step', 'move', 'remove', 'undo'),
  a: fc.nat(),
  b: fc.nat(),
  fields: fc.record({
    kind: fc.constantFrom(...ELEMENT_KINDS),
    level: fc.constantFrom(null, 1, 2),
    title: someWords,
    text: someWords,
  }),
});

function pick<T>(from: readonly T[], number: number): T | undefined {
  return from[number % Math.max(from.length, 1)];
}

function perform(manuscript: Manuscript, { what, a, b, fields }: Deed): Manuscript | null {
  const one = pick(manuscript.elements, a)?.id ?? '';
  const other = b % 5 === 0 ? null : (pick(manuscript.elements, b)?.id ?? null);
  const rest = pick(manuscript.rests, b)?.id ?? '';
  if (what === 'edit') return editElement(manuscript, one, fields, 2);
  if (what === 'add') return addElement(manuscript, fields, b % 2 === 0 ? { after: one } : { parent: other }, 2).manuscript;
  if (what === 'place') return placeRest(manuscript, rest, fields, other, 2)?.manuscript ?? null;
  if (what === 'append') return appendRest(manuscript, rest, one, 2);
  if (what === 'sort') return sortRest(manuscript, rest, a % 2 === 0 ? 'furniture' : 'unplaced');
  if (what === 'step') return stepElement(manuscript, one, pick(['up', 'down', 'in', 'out'] as const, b) ?? 'up', 2);
  if (what === 'move') return moveElement(manuscript, one, other, 2);
  if (what === 'remove') return removeElement(manuscript, one)?.manuscript ?? null;
  return undoRemoval(manuscript, pick(manuscript.removals, a)?.id ?? '', 2);
}

test('whatever the editors do, every word of the source can be accounted for', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
      let manuscript = opened();
      for (const next of deeds) {
        manuscript = perform(manuscript, next) ?? manuscript;
        const exported = closed(manuscript);
        checkNothingLost(exported);
        assert.deepEqual(closed({ ...fromOpenFormat(exported), removals: [] }).elements, exported.elements);
        assert.equal(new Set(exported.elements.map(({ id }) => id)).size, exported.elements.length, 'names stay different');
        assert.equal(
          exported.repeats.filter((repeat) => repeat.element === '').length,
          0,
          'a repeat always says what it repeats',
        );
      }
    }),
    { numRuns: 200 },
  );
});

test('moving, sorting, removing and undoing change no word at all', () => {
  const structural = deed.filter(({ what }) => !['edit', 'add', 'place'].includes(what));
  fc.assert(
    fc.property(fc.array(structural, { maxLength: 30 }), (deeds) => {
      let manuscript = opened();
      const before = wordsIn(manuscript);
      for (const next of deeds) manuscript = perform(manuscript, next) ?? manuscript;
      assert.deepEqual(new Map([...wordsIn(manuscript)].sort()), new Map([...before].sort()));
    }),
  );
});

test('what was deleted comes back exactly as it was', () => {
  const before = opened();
  const removed = removeElement(before, element(before, 'retning').id);
  assert.ok(removed);
  assert.deepEqual(
    removed.manuscript.elements.map(({ slug, position }) => [slug, position]),
    [['mod', 1]],
  );
  assert.equal(
    removed.manuscript.rests.filter((rest) => rest.kind === 'unplaced').length,
    1 + 3 + 1,
    'its three passages, and the repeat that spoke of it',
  );
  const after = undoRemoval(removed.manuscript, removed.removal.id, 1);
  assert.deepEqual(after && closed(after), draft);
});

test('what has found another place meanwhile is not put back twice', () => {
  const before = opened();
  const removed = removeElement(before, element(before, 'retning').id);
  assert.ok(removed);
  const [top] = removed.removal.elements;
  const placed = placeRest(
    removed.manuscript,
    top?.restId ?? '',
    { kind: 'value', level: null, title: 'Retning', text: 'Vi ved hvorhen' },
    null,
    2,
  );
  assert.ok(placed);
  const after = undoRemoval(placed.manuscript, removed.removal.id, 3);
  assert.ok(after);
  assert.deepEqual(
    after.elements
      .filter(({ parentId }) => parentId === null)
      .map(({ slug }) => slug)
      .sort(),
    ['mod', 'retning', 'retning/chef', 'retning/leder'],
  );
  checkNothingLost(closed(after));
});

test('a removal whose words have all been placed elsewhere can no longer be undone', () => {
  const before = opened();
  const gone = removeElement(before, element(before, 'mod').id);
  assert.ok(gone);
  const placed = placeRest(
    gone.manuscript,
    gone.removal.elements[0]?.restId ?? '',
    { kind: 'value', level: null, title: 'Mod', text: null },
    null,
    2,
  );
  assert.ok(placed);
  assert.equal(canUndo(placed.manuscript, gone.removal), false);
});

test('an edit that is taken back leaves no note', () => {
  const before = opened();
  const { id, kind, level, title, text } = element(before, 'mod');
  const edited = editElement(before, id, { kind, level, title: 'Mod og vilje', text }, 2);
  assert.deepEqual(
    edited.rests.filter((rest) => rest.kind === 'edit').map((rest) => [rest.text, rest.repairedTo]),
    [['Mod', 'Mod og vilje']],
  );
  const back = editElement(edited, id, { kind, level, title, text }, 3);
  assert.equal(back.rests.filter((rest) => rest.kind === 'edit').length, 0);
});
