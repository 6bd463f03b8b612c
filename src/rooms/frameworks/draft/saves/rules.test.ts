import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkNothingLost, ELEMENT_KINDS, FORMAT, type FrameworkDraft } from '#importing/open-format.ts';
import { fromOpenFormat, toOpenFormat } from '../../exchange/rules.ts';
import { decideRepairs } from '../decisions/rules.ts';
import { changeMany, removeMany } from '../many/rules.ts';
import { removeElement, undoRemoval } from '../removals/rules.ts';
import { addElement, appendRest, editElement, moveElement, placeRest, sortRest, stepElement } from '../rules.ts';
import type { Element, ElementFields, Manuscript } from '../schema.ts';
import { joinElements, splitElement } from '../splitting/rules.ts';
import { changesBetween, merged, saveToRedo, saveToUndo, takeBack } from './rules.ts';
import type { Save } from './schema.ts';

const draft: FrameworkDraft = {
  format: FORMAT,
  organisation: 'Fjordby Kommune',
  title: 'Kursen',
  date: '2026',
  levels: ['Chef', 'Leder'],
  kinds: {},
  elements: [
    {
      id: 'retning',
      kind: 'theme',
      parent: null,
      level: null,
      title: 'Retning',
      text: 'Vi ved hvorhen',
      source: { lines: [1, 2] },
    },
    { id: 'retning/chef', kind: 'expectation', parent: 'retning', level: 'Chef', title: null, text: 'Chefen peger ud. Og venter på svar', source: { lines: [3, 3] } }, // prettier-ignore
    { id: 'retning/leder', kind: 'expectation', parent: 'retning', level: 'Leder', title: null, text: 'Lederen viser vej', source: { lines: [4, 4] } }, // prettier-ignore
    { id: 'mod', kind: 'theme', parent: null, level: null, title: 'Mod', text: null, source: { lines: [5, 5], page: 2 } },
    { id: 'mod/et', kind: 'expectation', parent: 'mod', level: null, title: null, text: 'Vi siger det på mødet', source: { lines: [6, 6] } }, // prettier-ignore
  ],
  repeats: [{ text: 'Retning Mod', source: { lines: [7, 7] }, element: 'retning' }],
  unplaced: [{ text: 'Vedtaget på et møde', source: { lines: [8, 8] } }],
  furniture: [{ text: 'Side 1', source: { lines: [9, 9] } }],
  repairs: [
    { line: 3, from: 'pa', to: 'på' },
    { line: 4, from: 'Lede ren', to: 'Lederen' },
    { line: 6, from: 'pa', to: 'på' },
    { line: 6, from: 'm0det', to: 'mødet' },
    { line: 8, from: 'pa', to: 'på' },
    { line: 5, from: 'o', to: '' },
  ],
  text: 'Retning\nVi ved hvorhen\nChefen peger ud. Og venter pa svar\nLede ren viser vej\no Mod\nVi siger det pa m0det\nRetning Mod\nVedtaget pa et møde\nSide 1',
};
const source = draft.text.split('\n');
const levels = draft.levels.map((name, index) => ({ position: index + 1, name }));
const opened = (): Manuscript => ({ ...fromOpenFormat(draft), removals: [] });

function checkWords(manuscript: Manuscript): void {
  checkNothingLost(
    toOpenFormat({
      head: {
        versionId: 'v',
        frameworkId: 'f',
        title: '',
        number: 1,
        issuedBy: '',
        dated: null,
        revision: 1,
        coverRevision: 1,
        sourceName: null,
        createdAt: new Date(0),
        publishedAt: null,
        supersededOn: null,
      },
      levels,
      kinds: {},
      elements: manuscript.elements,
      rests: manuscript.rests,
      sourceText: draft.text,
    }),
  );
}

/** A draft without what says only when it was last touched, in one order. */
function said({ elements, rests, removals }: Manuscript): unknown {
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
  return {
    elements: elements.map((element): Element => ({ ...element, revision: 0 })).sort(byId),
    rests: rests.toSorted(byId),
    removals: removals
      .map((removal) => ({ ...removal, elements: removal.elements.map((element) => ({ ...element, revision: 0 })) }))
      .sort(byId),
  };
}

const WHATS = ['edit', 'add', 'place', 'append', 'sort', 'step', 'move', 'remove', 'restore', 'split', 'join', 'many', 'clear', 'accept', 'reject'] as const; // prettier-ignore
const someWords = fc.option(
  fc
    .array(fc.constantFrom('Retning', 'Mod', 'på', 'ved', 'hvorhen', 'Lederen', 'mødet.'), { minLength: 1, maxLength: 5 })
    .map((words) => words.join(' ')),
  { nil: null },
);
const deed = fc.record({
  what: fc.constantFrom(...WHATS),
  a: fc.nat(),
  b: fc.nat(),
  fields: fc.record({
    kind: fc.constantFrom(...ELEMENT_KINDS),
    level: fc.constantFrom(null, 1, 2),
    title: someWords,
    text: someWords,
  }),
});
type Deed = { what: (typeof WHATS)[number]; a: number; b: number; fields: ElementFields };

function pick<T>(from: readonly T[], number: number): T | undefined {
  return from[number % Math.max(from.length, 1)];
}

function perform(manuscript: Manuscript, { what, a, b, fields }: Deed): Manuscript | null {
  const one = pick(manuscript.elements, a)?.id ?? '';
  const two = pick(manuscript.elements, b)?.id ?? '';
  const other = b % 5 === 0 ? null : two;
  const rest = pick(manuscript.rests, b)?.id ?? '';
  const repairs = manuscript.rests.filter(({ kind }) => kind === 'repair').map(({ id }) => id);
  const some = repairs.filter((_, index) => (a >> index) % 2 === 0);
  const ways: Record<Deed['what'], () => Manuscript | null> = {
    edit: () => editElement(manuscript, one, fields, 2),
    add: () => addElement(manuscript, fields, b % 2 === 0 ? { after: one } : { parent: other }, 2).manuscript,
    place: () => placeRest(manuscript, rest, fields, other, 2)?.manuscript ?? null,
    append: () => appendRest(manuscript, rest, one, 2),
    sort: () => sortRest(manuscript, rest, a % 2 === 0 ? 'furniture' : 'unplaced'),
    step: () => stepElement(manuscript, one, pick(['up', 'down', 'in', 'out'] as const, b) ?? 'up', 2),
    move: () => moveElement(manuscript, one, other, 2, pick(manuscript.elements, a + b)?.id),
    remove: () => removeElement(manuscript, one)?.manuscript ?? null,
    restore: () => undoRemoval(manuscript, pick(manuscript.removals, a)?.id ?? '', 2),
    split: () => splitElement(manuscript, one, { part: a % 3 === 0 ? 'title' : 'text', at: b % 40 }, 2)?.manuscript ?? null,
    join: () => joinElements(manuscript, one, 2)?.manuscript ?? null,
    many: () => changeMany(manuscript, [...new Set([one, two])], { kind: fields.kind, level: fields.level, ...(b % 2 ? { parent: other } : {}) }, 2), // prettier-ignore
    clear: () => removeMany(manuscript, [...new Set([one, two])]),
    accept: () => decideRepairs(manuscript, some, 'accepted', source, 2).manuscript,
    reject: () => decideRepairs(manuscript, some, 'rejected', source, 2).manuscript,
  };
  return ways[what]();
}

test('whatever an editor does, no word is lost, and undo and redo give exactly what was there', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 25 }), (deeds) => {
      let manuscript = opened();
      const states = [manuscript];
      const saves: Save[] = [];
      for (const next of deeds) {
        const after = perform(manuscript, next);
        if (after === null) continue;
        checkWords(after);
        const changes = changesBetween(manuscript, after);
        saves.push({ revision: saves.length + 1, personId: 'e', what: 'edit', name: '', changes, undoneIn: null });
        manuscript = after;
        states.push(manuscript);
      }
      for (const [index, save] of [...saves.entries()].reverse()) {
        const back = takeBack(manuscript, save.changes, 'back', 9);
        assert.ok(back, 'one’s own newest save can be undone');
        assert.deepEqual(said(back), said(states[index] ?? opened()));
        checkWords(back);
        manuscript = back;
      }
      for (const [index, save] of saves.entries()) {
        const again = takeBack(manuscript, save.changes, 'again', 9);
        assert.ok(again, 'what was undone can be done again');
        assert.deepEqual(said(again), said(states[index + 1] ?? opened()));
        manuscript = again;
      }
    }),
    { numRuns: 300 },
  );
});

test('two editors: undoing one’s own save never touches the other’s words, and no word is lost', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), deed, fc.nat({ max: 3 })), { maxLength: 30 }), (turns) => {
      let manuscript = opened();
      const saves: Save[] = [];
      for (const [mine, next, wish] of turns) {
        const personId = mine ? 'Ebbe' : 'Hanne';
        const target = wish === 0 ? saveToUndo(saves, manuscript, personId) : null;
        if (target === null) {
          const after = perform(manuscript, next);
          if (after === null) continue;
          const changes = changesBetween(manuscript, after);
          saves.push({ revision: saves.length + 1, personId, what: next.what === 'clear' ? 'remove' : next.what, name: '', changes, undoneIn: null }); // prettier-ignore
          manuscript = after;
        } else {
          assert.equal(target.personId, personId);
          const back = takeBack(manuscript, target.changes, 'back', 9);
          assert.ok(back);
          const touched = new Set(target.changes.elements.map(({ id }) => id));
          for (const element of manuscript.elements.filter(({ id }) => !touched.has(id)))
            assert.ok(back.elements.includes(element), 'what others made stands as it was');
          target.undoneIn = saves.length + 1;
          saves.push({
            ...target,
            revision: saves.length + 1,
            what: 'undo',
            changes: changesBetween(manuscript, back),
            undoneIn: null,
          });
          manuscript = back;
        }
        checkWords(manuscript);
      }
    }),
    { numRuns: 300 },
  );
});

const words = (manuscript: Manuscript, slug: string) => manuscript.elements.find((element) => element.slug === slug);
const idOf = (manuscript: Manuscript, slug: string): string => words(manuscript, slug)?.id ?? '';
const save = (before: Manuscript, after: Manuscript, revision: number, personId = 'Ebbe'): Save => ({
  revision,
  personId,
  what: 'edit',
  name: '',
  changes: changesBetween(before, after),
  undoneIn: null,
});
const fields = (text: string): ElementFields => ({ kind: 'expectation', level: 2, title: null, text });

test('a save that somebody else has built on is not undone, an older one that stands free is', () => {
  const first = opened();
  const id = idOf(first, 'retning/leder');
  const second = editElement(first, idOf(first, 'mod/et'), fields('Vi siger det straks'), 2);
  const third = editElement(second, id, fields('Lederen går foran'), 3);
  const fourth = editElement(third, id, fields('Lederen går ved siden af'), 4);
  const saves = [save(first, second, 2), save(second, third, 3), save(third, fourth, 4, 'Hanne')];
  assert.equal(saveToUndo(saves, fourth, 'Ebbe')?.revision, 2);
  assert.equal(saveToUndo(saves, fourth, 'Hanne')?.revision, 4);
  assert.equal(saveToUndo(saves, fourth, 'Mads'), null);
});

test('redo is there until one does something else', () => {
  const first = opened();
  const second = editElement(first, idOf(first, 'mod/et'), fields('Vi siger det straks'), 2);
  const undone = { ...save(first, second, 2), undoneIn: 3 };
  const trace: Save = { ...save(second, first, 3), what: 'undo' };
  assert.equal(saveToRedo([undone, trace], first, 'Ebbe')?.revision, 2);
  const newer = save(first, editElement(first, idOf(first, 'mod'), fields('Mod'), 4), 4);
  assert.equal(saveToRedo([undone, trace, newer], first, 'Ebbe'), null);
  assert.equal(saveToRedo([undone, trace, { ...newer, personId: 'Hanne' }], first, 'Ebbe')?.revision, 2);
});

test('saves while one types become one, from the first word to the last', () => {
  const first = opened();
  const id = idOf(first, 'mod/et');
  const second = editElement(first, id, fields('Vi si'), 2);
  const third = editElement(second, id, fields('Vi siger det straks'), 3);
  const both = merged(changesBetween(first, second), changesBetween(second, third));
  const back = takeBack(third, both, 'back', 4);
  assert.ok(back);
  assert.deepEqual(said(back), said(first));
});
