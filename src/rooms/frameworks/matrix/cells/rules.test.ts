import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Element, Manuscript } from '../../draft/schema.ts';
import { presentStatements } from '../../presented/rules.ts';
import { matrixOf } from '../rules.ts';
import { editableMatrix, fieldsOfCell, isTouched, writeCells } from './rules.ts';
import type { CellField } from './schema.ts';

const LEVELS = ['Direktør', 'Chef', 'Leder af ledere', 'Leder'].map((name, index) => ({ position: index + 1, name }));

function element(id: string, parentId: string | null, position: number, more: Partial<Element>): Element {
  const blank = { level: null, title: null, text: null, firstLine: null, lastLine: null, page: null, revision: 1 };
  return { id, statementId: `s-${id}`, slug: id, parentId, position, kind: 'theme', ...blank, ...more };
}

/** Eight competences with three behaviours each, every behaviour with a text for each of the four levels. */
function wholeMatrix(): Manuscript {
  const elements: Element[] = [];
  for (let competence = 1; competence <= 8; competence++) {
    elements.push(element(`k${competence}`, null, competence, { kind: 'competence', title: `Evne ${competence}` }));
    for (let theme = 1; theme <= 3; theme++) {
      const row = `k${competence}t${theme}`;
      elements.push(element(row, `k${competence}`, theme, { title: `Adfærd ${competence}.${theme}` }));
      for (const { position } of LEVELS)
        elements.push(
          element(`${row}l${position}`, row, position, {
            kind: 'expectation',
            level: position,
            text: `Gør det på sin egen måde ${row} ${position}`,
          }),
        );
    }
  }
  return { elements, rests: [], removals: [] };
}
const statementsOf = (manuscript: Manuscript) => presentStatements(manuscript.elements, LEVELS, (kind) => kind);
const matrixIn = (manuscript: Manuscript) => matrixOf(statementsOf(manuscript), LEVELS);
const fieldsIn = (manuscript: Manuscript): CellField[] =>
  (matrixIn(manuscript)?.groups ?? []).flatMap((group) =>
    group.rows.flatMap(({ row, cells }) =>
      cells.flatMap((cell) => fieldsOfCell(row.elementId, cell.level.position, cell.statements)),
    ),
  );
const NONE = new Set<string>();

test('HO5 the role matrix is complete when every level has all its behaviours: 96 of 96, and 93 when three are missing', () => {
  const whole = wholeMatrix();
  assert.deepEqual([matrixIn(whole)?.filled, matrixIn(whole)?.expected], [96, 96]);
  const fields = fieldsIn(whole).map((field, index) => (index % 40 === 0 ? { ...field, text: '' } : field));
  const { manuscript, changed } = writeCells(whole, fields, NONE, 2);
  assert.equal(changed.length, 3);
  assert.deepEqual([matrixIn(manuscript)?.filled, matrixIn(manuscript)?.expected], [93, 96]);
  assert.equal(manuscript.rests.filter(({ kind }) => kind === 'unplaced').length, 3, 'the words are kept, and it can be undone');
});

test('HO5 an empty cell is filled at its level, between the texts for the levels above and below', () => {
  const start = wholeMatrix();
  const without = { ...start, elements: start.elements.filter(({ id }) => id !== 'k1t1l1' && id !== 'k1t1l3') };
  const fields = fieldsIn(without).filter(({ row }) => row === 'k1t1');
  const sent = fields.map((field) => (field.element === '' ? { ...field, text: `Nyt for niveau ${field.level}` } : field));
  const { manuscript, changed } = writeCells(without, sent, NONE, 2);
  assert.equal(changed.length, 2);
  const texts = manuscript.elements.filter(({ parentId }) => parentId === 'k1t1').toSorted((a, b) => a.position - b.position);
  assert.deepEqual(
    texts.map(({ level, kind }) => [level, kind]),
    LEVELS.map(({ position }) => [position, 'expectation']),
  );
  assert.equal(matrixIn(manuscript)?.filled, 96);
});

test('HO5 two editors in the same matrix: different cells are both saved, the same cell is shown with both wordings', () => {
  const start = wholeMatrix();
  const read = fieldsIn(start);
  const write = (cells: Record<number, string>) => read.map((field, index) => ({ ...field, text: cells[index] ?? field.text }));
  const first = writeCells(start, write({ 0: 'Mit ord', 1: 'Mit andet ord' }), NONE, 2);
  const second = writeCells(first.manuscript, write({ 1: 'Dit ord', 2: 'Dit andet ord' }), NONE, 3);
  assert.deepEqual(
    second.conflicts.map(({ text }) => text),
    ['Dit ord'],
  );
  assert.deepEqual(
    fieldsIn(second.manuscript)
      .slice(0, 3)
      .map(({ text }) => text),
    ['Mit ord', 'Mit andet ord', 'Dit andet ord'],
  );
  const again = fieldsIn(second.manuscript)[1];
  const forced = writeCells(second.manuscript, [{ ...read[1]!, seen: again?.seen ?? '', text: 'Dit ord' }], NONE, 4);
  assert.equal(fieldsIn(forced.manuscript)[1]?.text, 'Dit ord', 'saved once more, having seen the other wording');
});

test('two editors fill the same empty cell: the second is told, and no cell gets two texts unseen', () => {
  const start = wholeMatrix();
  const without = { ...start, elements: start.elements.filter(({ id }) => id !== 'k1t1l1') };
  const empty = fieldsIn(without)[0]!;
  const first = writeCells(without, [{ ...empty, text: 'Først' }], NONE, 2);
  const second = writeCells(first.manuscript, [{ ...empty, text: 'Sidst' }], NONE, 3);
  assert.deepEqual([second.changed.length, second.conflicts.length], [0, 1]);
});

test('a cell that is used elsewhere, or has statements below it, is not emptied in passing', () => {
  const start = wholeMatrix();
  const below = { ...start, elements: [...start.elements, element('under', 'k1t1l2', 1, { text: 'Et eksempel' })] };
  const fields = fieldsIn(below)
    .slice(0, 2)
    .map((field) => ({ ...field, text: '' }));
  const { manuscript, problems } = writeCells(below, fields, new Set(['s-k1t1l1']), 2);
  assert.deepEqual(
    problems.map(({ problem }) => problem),
    ['used', 'has_below'],
  );
  assert.equal(manuscript, below, 'nothing is saved when something has to be looked at');
});

test('HO5 a form that comes back carries only the fields somebody wrote in, so that the second save does not bring back older words', () => {
  const [mine, theirs, ...rest] = fieldsIn(wholeMatrix());
  const sent = [{ ...mine!, text: 'Mine ord' }, theirs!, ...rest];
  assert.deepEqual(sent.filter(isTouched), [sent[0]]);
});

test('a row or an element that is not in the matrix is a conflict, never a new statement somewhere else', () => {
  const start = wholeMatrix();
  const stray = { row: 'somewhere', level: 1, element: '', seen: fieldsOfCell('x', 1, [])[0]!.seen, text: 'Fremmed' };
  const moved = { ...fieldsIn(start)[0]!, row: 'k2t1', text: 'Fremmed' };
  const { manuscript, conflicts } = writeCells(start, [stray, moved], NONE, 2);
  assert.equal(conflicts.length, 2);
  assert.deepEqual(manuscript.elements, start.elements);
});

test('a matrix can be begun from headings without texts, and a framework with one level has none', () => {
  const bare = { ...wholeMatrix() };
  bare.elements = bare.elements.filter(({ level }) => level === null);
  assert.equal(editableMatrix(statementsOf(bare), LEVELS, null), null);
  assert.equal(editableMatrix(statementsOf(bare), LEVELS, 'theme')?.expected, 96);
  assert.equal(editableMatrix(statementsOf(bare), LEVELS.slice(0, 1), 'theme'), null);
});

test('whatever is typed and in whatever order, untouched cells keep their words', () => {
  const start = wholeMatrix();
  const read = fieldsIn(start);
  const edit = fc.record({ at: fc.nat(read.length - 1), text: fc.constantFrom('', 'Et ord', 'To ord mere') });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 8 }), (edits) => {
      const typed = new Map(edits.map(({ at, text }) => [at, text]));
      const { manuscript } = writeCells(
        start,
        read.map((field, index) => ({ ...field, text: typed.get(index) ?? field.text })),
        NONE,
        2,
      );
      const after = new Map(manuscript.elements.map((one) => [one.id, one.text]));
      read.forEach((field, index) => {
        const wanted = typed.get(index);
        if (wanted === undefined) assert.equal(after.get(field.element), field.text);
        else assert.equal(after.get(field.element), wanted === '' ? undefined : wanted);
      });
    }),
    { numRuns: 40 },
  );
});
