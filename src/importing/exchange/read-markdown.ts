import * as v from 'valibot';
import { ELEMENT_KINDS, type FrameworkDraft } from '../open-format.ts';
import { draftOfTree, type TreeNode } from './draft-of-tree.ts';
import { ExchangeProblem } from './exchange-problem.ts';
import { MARKDOWN_MARK } from './write-markdown.ts';

const Head = v.object({
  organisation: v.string(),
  date: v.nullable(v.string()),
  levels: v.array(v.pipe(v.string(), v.minLength(1))),
  kinds: v.record(v.picklist(ELEMENT_KINDS), v.string()),
});
const Facts = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  parent: v.nullable(v.string()),
  kind: v.picklist(ELEMENT_KINDS),
  level: v.exactOptional(v.string()),
});
type Facts = v.InferOutput<typeof Facts>;

export function isOwnMarkdown(text: string): boolean {
  return text
    .replace(/^\uFEFF/u, '')
    .trimStart()
    .startsWith(MARKDOWN_MARK);
}

/** A Markdown file that we wrote, perhaps edited since, as a draft. What stands outside the elements is handed over as not placed. */
export function readOwnMarkdown(text: string): FrameworkDraft {
  const lines = text
    .replace(/^\uFEFF/u, '')
    .trimStart()
    .replaceAll('\r\n', '\n')
    .split('\n');
  const { organisation, date, levels, kinds } = parsed(Head, lines[0]?.slice(MARKDOWN_MARK.length) ?? '', lines[0] ?? '');
  const nodes: (TreeNode & { words: string[] })[] = [];
  const outside: string[] = [];
  let title = '';
  let stamped = false;
  for (const line of lines.slice(1)) {
    const last = nodes.at(-1);
    const opening = openingOf(line);
    if (opening !== null) nodes.push(nodeOf(opening, levels));
    else if (last !== undefined) last.words.push(line);
    else if (title === '' && line.startsWith('# ')) title = plain(line.slice(2)).replaceAll('\n', ' ').trim();
    else if (!stamped && isStamp(line)) stamped = true;
    else if (line.trim() !== '') outside.push(plain(line));
  }
  if (title === '') throw new ExchangeProblem('missing', '# …');
  const closed = nodes.map(({ words, ...node }): TreeNode => ({ ...node, text: textOf(node.text, words) }));
  return draftOfTree({ organisation, title, date, levels, kinds, nodes: closed, unplaced: outside });
}

/** The line under the title that says which wording the file was made from; there is one. */
function isStamp(line: string): boolean {
  return line.length > 2 && line.startsWith('*') && line.endsWith('*');
}

type Opening = { heading: string | null; point: string | null; facts: Facts };

/** A line that ends with the facts of an element: a heading, a point of a list, or the facts alone. */
function openingOf(line: string): Opening | null {
  const end = line.trimEnd();
  const start = end.lastIndexOf('<!-- {');
  // A sign of our own that stands in words is escaped; facts hold none.
  if (start < 0 || !end.endsWith('} -->') || isEscaped(end, start)) return null;
  const [before, json] = [end.slice(0, start), end.slice(start + '<!-- '.length, -' -->'.length)];
  const facts = parsed(Facts, json, before.trim() === '' ? json : plain(before));
  const [, heading] = /^#{1,6} (.*?) ?$/u.exec(before) ?? [];
  const [, point] = /^[-*+] (.*?) ?$/u.exec(before) ?? [];
  const loose = before.trim() === '' ? null : plain(before).trim();
  return {
    heading: heading === undefined ? null : plain(heading),
    point: point === undefined ? (heading === undefined ? loose : null) : plain(point),
    facts,
  };
}

/** An odd number of strokes before a sign makes it one of the words. */
function isEscaped(line: string, at: number): boolean {
  let strokes = 0;
  while (line[at - 1 - strokes] === '\\') strokes++;
  return strokes % 2 === 1;
}

function nodeOf({ heading, point, facts }: Opening, levels: readonly string[]): TreeNode & { words: string[] } {
  const { id, parent, kind, level } = facts;
  if (level !== undefined && !levels.includes(level)) throw new ExchangeProblem('unknown_level', heading ?? point ?? id);
  return { name: id, slug: id, parent, kind, level: level ?? null, title: heading, text: point, words: [] };
}

function textOf(point: string | null, words: readonly string[]): string | null {
  const first = words.findIndex((line) => line !== '');
  const last = words.findLastIndex((line) => line !== '');
  const text = first < 0 ? '' : plain(words.slice(first, last + 1).join('\n'));
  const whole = [point, text].filter((part) => part !== null && part !== '').join('\n\n');
  return whole === '' ? null : whole;
}

function parsed<T extends v.GenericSchema>(schema: T, json: string, item: string): v.InferOutput<T> {
  let value: unknown;
  try {
    value = JSON.parse(json.trimEnd().replace(/-->$/u, ''));
  } catch {
    throw new ExchangeProblem('wrong', item);
  }
  const outcome = v.safeParse(schema, value);
  if (!outcome.success) throw new ExchangeProblem('wrong', item);
  return outcome.output;
}

const ENTITIES: Record<string, string> = { '&#32;': ' ', '&#9;': '\t', '&#10;': '\n', '&#13;': '\r' };

/** Words as they were before they became Markdown. */
function plain(text: string): string {
  return text.replaceAll(
    /\\([!-/:-@[-`{-~])|&#(?:32|9|10|13);/gu,
    (match, sign: string | undefined) => sign ?? ENTITIES[match] ?? match,
  );
}
