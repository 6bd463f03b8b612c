import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { inDocumentOrder, possibleSteps, putUnder, step, subtreeOf, without, type Direction, type Placed } from './rules.ts';

const DIRECTIONS: Direction[] = ['up', 'down', 'in', 'out'];

/** A random forest: each element hangs under an earlier one or stands at the top. */
const forest = fc.array(fc.nat(), { minLength: 1, maxLength: 25 }).map((choices) => {
  const nodes: Placed[] = [];
  choices.forEach((choice, index) => {
    const parent = choice % (index + 1);
    const parentId = parent === index ? null : `n${parent}`;
    nodes.push({ id: `n${index}`, parentId, position: nodes.filter((node) => node.parentId === parentId).length + 1 });
  });
  return nodes;
});

const ids = (nodes: readonly Placed[]): string[] => nodes.map((node) => node.id).sort();

function assertSound(nodes: readonly Placed[], expected: string[]): void {
  assert.deepEqual(ids(nodes), expected, 'no element is lost or doubled');
  assert.deepEqual(ids(inDocumentOrder(nodes)), expected, 'every element can be reached from the top, so there is no circle');
  for (const siblings of Map.groupBy(nodes, (node) => node.parentId).values()) {
    const places = siblings.map((node) => node.position).sort((a, b) => a - b);
    assert.deepEqual(
      places,
      places.map((_, index) => index + 1),
      'siblings stand at 1, 2, 3 …',
    );
  }
}

test('whatever an editor moves, nothing is lost and nothing ends below itself', () => {
  const moves = fc.array(
    fc.record({ who: fc.nat(), where: fc.nat(), direction: fc.constantFrom(...DIRECTIONS), far: fc.boolean() }),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(forest, moves, (start, wishes) => {
      const expected = ids(start);
      let nodes: readonly Placed[] = start;
      for (const { who, where, direction, far } of wishes) {
        const id = `n${who % start.length}`;
        const target = where % (start.length + 1);
        const moved = far
          ? putUnder(nodes, id, target === start.length ? null : `n${target}`, where)
          : step(nodes, id, direction);
        nodes = moved ?? nodes;
        assertSound(nodes, expected);
      }
    }),
    { numRuns: 150 },
  );
});

test('a step up and a step down again is where one began, and the others keep their order', () => {
  fc.assert(
    fc.property(forest, fc.nat(), (nodes, who) => {
      const id = `n${who % nodes.length}`;
      const up = step(nodes, id, 'up');
      if (up === null) return;
      const back = step(up, id, 'down');
      assert.deepEqual(back && inDocumentOrder(back), inDocumentOrder(nodes));
      const others = (tree: readonly Placed[]) =>
        inDocumentOrder(tree)
          .map((node) => node.id)
          .filter((other) => !subtreeOf(nodes, id).some((part) => part.id === other));
      assert.deepEqual(others(up), others(nodes));
    }),
  );
});

test('an element is never put under itself or under what is below it', () => {
  fc.assert(
    fc.property(forest, fc.nat(), (nodes, who) => {
      const id = `n${who % nodes.length}`;
      for (const below of subtreeOf(nodes, id)) assert.equal(putUnder(nodes, id, below.id, 0), null);
    }),
  );
});

test('the first cannot go up or in, a root cannot go out, and a step is offered exactly when it can be taken', () => {
  const nodes: Placed[] = [
    { id: 'a', parentId: null, position: 1 },
    { id: 'b', parentId: null, position: 2 },
    { id: 'c', parentId: 'b', position: 1 },
  ];
  assert.deepEqual([...possibleSteps(nodes, 'a')], ['down']);
  assert.deepEqual([...possibleSteps(nodes, 'b')], ['up', 'in']);
  assert.deepEqual([...possibleSteps(nodes, 'c')], ['out']);
});

test('when an element is taken out, the places of its siblings close', () => {
  const nodes: Placed[] = ['a', 'b', 'c'].map((id, index) => ({ id, parentId: null, position: index + 1 }));
  assert.deepEqual(without(nodes, new Set(['b'])), [nodes[0], { id: 'c', parentId: null, position: 2 }]);
});
