// Invented frameworks of every shape, for tests of the exchange formats.
import fc from 'fast-check';
import { ELEMENT_KINDS, type FrameworkDraft } from '../open-format.ts';
import { draftOfTree, type TreeNode } from './draft-of-tree.ts';

const WORDS = [
  'Vi',
  'lytter',
  '#',
  '- punkt',
  '1. først',
  '<b>mod</b>',
  '--',
  '-->',
  '<!-- {',
  '<!-- {} -->',
  '} -->',
  '&amp;',
  '\\',
  '*stjerne*',
  '_x0041_',
  '[a](b)',
  'ærlig',
  '«åben»',
  '=1+1',
  '🙂',
  '| a |',
  '`kode`',
  '~~',
];
const words = fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ minLength: 1, maxLength: 8 })), {
  minLength: 1,
  maxLength: 8,
});
const line = words.map(
  (some) =>
    some
      .join(' ')
      .replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029\ufffe\uffff]/gu, '')
      .replaceAll(/\s+/gu, ' ')
      .trim() || 'x',
);
const title = fc.option(line, { freq: 2 });
const text = fc.option(
  fc
    .array(line, { minLength: 1, maxLength: 3 })
    .chain((lines) => fc.constantFrom('\n', '\n\n', '\n\n\n').map((gap) => lines.join(gap))),
  { freq: 3 },
);

/** A framework such as nobody would write, with every sign that means something to a format. */
export const anyDraft: fc.Arbitrary<FrameworkDraft> = fc
  .record({
    organisation: fc.oneof(line, fc.constant('')),
    title: line,
    date: fc.option(fc.constantFrom('2021', '2021-12', '2021-12-31')),
    levels: fc.uniqueArray(line, { maxLength: 4 }),
    kinds: fc.dictionary(fc.constantFrom(...ELEMENT_KINDS), line, { maxKeys: 3 }),
    parts: fc.array(
      fc.record({ up: fc.nat(), kind: fc.constantFrom(...ELEMENT_KINDS), level: fc.option(fc.nat()), title, text }),
      { minLength: 1, maxLength: 14 },
    ),
  })
  .map(({ parts, ...head }) => {
    const depths: number[] = [];
    const nodes = parts.map((part, index): TreeNode => {
      const at = part.up % (index + 1);
      const parent = at === index || (depths[at] ?? 0) > 8 ? null : `n${at}`;
      depths.push(parent === null ? 0 : (depths[at] ?? 0) + 1);
      const level = part.level === null ? null : (head.levels[part.level % (head.levels.length + 1)] ?? null);
      const wordless = part.title === null && part.text === null;
      return {
        name: `n${index}`,
        slug: null,
        parent,
        kind: part.kind,
        level,
        title: wordless ? 'Uden ord' : part.title,
        text: part.text,
      };
    });
    return draftOfTree({ ...head, nodes: inDocumentOrder(nodes) });
  });

/** Files stand in the order of the tree: each element with all that is below it. */
function inDocumentOrder(nodes: readonly TreeNode[]): TreeNode[] {
  const below = Map.groupBy(nodes, (node) => node.parent);
  const walk = (parent: string | null): TreeNode[] => (below.get(parent) ?? []).flatMap((node) => [node, ...walk(node.name)]);
  return walk(null);
}
