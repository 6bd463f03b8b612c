import { ELEMENT_KINDS, type ElementKind, type FrameworkDraft } from '../open-format.ts';
import { draftOfTree, type TreeNode } from './draft-of-tree.ts';
import { ExchangeProblem } from './exchange-problem.ts';

/** A sheet as it was read: rows of cell texts. */
export type ReadSheet = { name: string; rows: readonly (readonly (string | null)[])[] };
type Records = { columns: string[]; rows: Map<string, string>[] };

/**
 * Sheets that we wrote, perhaps edited since, as a draft; null for any other workbook. Where a cell of the matrix says something else than
 * the list of statements, the matrix holds: that is where people write. Rows without a name are new.
 */
export function readWorkbook(sheets: readonly ReadSheet[]): FrameworkDraft | null {
  const statements = recordsOf(sheets, 'pejling:statements');
  if (statements === null) return null;
  const about = recordsOf(sheets, 'pejling:about')?.rows ?? [];
  const value = (key: string): string => about.find((row) => row.get('pejling:about') === key)?.get('value') ?? '';
  const levels = about.flatMap((row) => (row.get('pejling:about') === 'level' ? [row.get('value') ?? ''] : [])).filter(Boolean);
  const nodes = statements.rows.flatMap((row, index) => nodeOf(row, index, levels) ?? []);
  const matrix = recordsOf(sheets, 'pejling:matrix');
  return draftOfTree({
    organisation: value('organisation'),
    title: value('title') || nodes[0]?.title || sheets[0]?.name || '–',
    date: value('date') || null,
    levels,
    kinds: kindsOf(about),
    nodes: matrix === null ? nodes : withMatrix(nodes, matrix, levels),
  });
}

/** The rows of a sheet of ours by the names in its first row; the second row is for people. */
function recordsOf(sheets: readonly ReadSheet[], mark: string): Records | null {
  const sheet = sheets.find(({ rows }) => rows[0]?.[0] === mark);
  if (sheet === undefined) return null;
  const columns = (sheet.rows[0] ?? []).map((name) => name ?? '');
  const record = (row: readonly (string | null)[]): Map<string, string> =>
    new Map(columns.flatMap((name, at): [string, string][] => (name !== '' && row[at] ? [[name, row[at]]] : [])));
  return {
    columns,
    rows: sheet.rows
      .slice(2)
      .map(record)
      .filter((row) => row.size > 0),
  };
}

function nodeOf(row: Map<string, string>, index: number, levels: readonly string[]): TreeNode | null {
  const title = row.get('title') ?? null;
  const text = ['text', 'text:1', 'text:2', 'text:3'].map((name) => row.get(name) ?? '').join('') || null;
  const slug = row.get('pejling:statements') ?? null;
  const name = slug ?? `row ${index + 3}`;
  const level = row.get('level') ?? null;
  if (level !== null && !levels.includes(level)) throw new ExchangeProblem('unknown_level', title ?? text ?? name);
  return {
    name,
    slug,
    parent: row.get('parent') ?? null,
    kind: kindOf(row.get('kind'), title ?? text ?? name),
    level,
    title,
    text,
  };
}

/** A row that somebody added has no kind; it is an expectation until somebody says otherwise. */
function kindOf(written: string | undefined, item: string): ElementKind {
  const kind = ELEMENT_KINDS.find((known) => known === written);
  if (written !== undefined && kind === undefined) throw new ExchangeProblem('unknown_kind', `${item}: ${written}`);
  return kind ?? 'expectation';
}

function kindsOf(about: readonly Map<string, string>[]): FrameworkDraft['kinds'] {
  return Object.fromEntries(
    about.flatMap((row): [ElementKind, string][] => {
      const kind = ELEMENT_KINDS.find((known) => `kind:${known}` === row.get('pejling:about'));
      const name = row.get('value');
      return kind === undefined || name === undefined ? [] : [[kind, name]];
    }),
  );
}

/** What people wrote in the matrix: changed words go to their element, words in an empty cell become a new one under its row. */
function withMatrix(nodes: readonly TreeNode[], matrix: Records, levels: readonly string[]): TreeNode[] {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const changed = new Map<string, TreeNode>();
  const added: TreeNode[] = [];
  matrix.rows.forEach((record, index) => {
    const row = byName.get(record.get('pejling:matrix') ?? '') ?? newRow(record, index, matrix, byName);
    if (!byName.has(row.name)) added.push(row);
    for (const level of levels) {
      const words = record.get(`level:${level}`);
      const cell = byName.get(record.get(`id:${level}`) ?? '');
      if (words === undefined) continue;
      if (cell !== undefined) changed.set(cell.name, cell.text === null ? { ...cell, title: words } : { ...cell, text: words });
      else
        added.push({
          name: `${row.name} ${level}`,
          slug: null,
          parent: row.name,
          kind: 'expectation',
          level,
          title: null,
          text: words,
        });
    }
  });
  return [...nodes.map((node) => changed.get(node.name) ?? node), ...added];
}

/** A row that somebody wrote below the others: of the same kind, and in the same place, as the rows of its group. */
function newRow(record: Map<string, string>, index: number, matrix: Records, byName: ReadonlyMap<string, TreeNode>): TreeNode {
  const title = record.get('row') ?? null;
  const like = matrix.rows.find(
    (other) => other.get('group') === record.get('group') && byName.has(other.get('pejling:matrix') ?? ''),
  );
  const sister = byName.get(like?.get('pejling:matrix') ?? '');
  if (sister === undefined || title === null) throw new ExchangeProblem('orphan', title ?? `row ${index + 3}`);
  return {
    name: `row ${index + 3} of the matrix`,
    slug: null,
    parent: sister.parent,
    kind: sister.kind,
    level: null,
    title,
    text: null,
  };
}
