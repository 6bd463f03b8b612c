import type { DraftElement, FrameworkDraft } from '../open-format.ts';

/** The first line of every Markdown file of ours. */
export const MARKDOWN_MARK = '<!-- pejling-framework/1 markdown';

/**
 * A framework as Markdown that reads well anywhere. What Markdown has no words for (kind, level, name in files) stands in comments, so that
 * reading the file gives the same tree again: `readOwnMarkdown`.
 */
export function writeMarkdown(draft: FrameworkDraft): string {
  const { organisation, title, date, levels, kinds, stamp } = draft;
  const head = comment({ organisation, date, levels, kinds }, `${MARKDOWN_MARK} `);
  const children = Map.groupBy(draft.elements, (element) => element.parent);
  const depths = new Map<string, number>();
  for (const { id, parent } of draft.elements) depths.set(id, parent === null ? 1 : (depths.get(parent) ?? 0) + 1);
  const parts = draft.elements.map((element) => elementText(element, depths.get(element.id) ?? 1, children.has(element.id)));
  const under = stamp === undefined ? '' : `*${escaped(stamp)}*\n\n`;
  return `${head}\n\n# ${oneLine(title)}\n\n${under}${parts.join('')}`;
}

/** Short words without anything below them are a point of a list; all else is a heading, a paragraph or both. */
function elementText(element: DraftElement, depth: number, hasChildren: boolean): string {
  const { id, parent, kind, level, title, text } = element;
  const facts = comment({ id, parent, kind, ...(level === null ? {} : { level }) });
  const words = text === null ? '' : `${escaped(text)}\n\n`;
  if (title !== null) return `${'#'.repeat(Math.min(depth + 1, 6))} ${oneLine(title)} ${facts}\n\n${words}`;
  if (text !== null && !hasChildren && !text.includes('\n')) return `- ${escaped(text)} ${facts}\n\n`;
  return `${facts}\n\n${words}`;
}

/** Facts in a comment: JSON in which nothing can end the comment. */
function comment(facts: object, start = '<!-- '): string {
  return `${start}${JSON.stringify(facts).replaceAll('--', '-\\u002d').replaceAll('>', '\\u003e')} -->`;
}

/** Words as Markdown reads them back: signs that mean something to it are marked as plain. Spaces at the edge of a line are kept. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\*_`<[\]&~]/gu, '\\$&')
    .replaceAll(/^([ \t]*)([#>+=|-])/gmu, '$1\\$2')
    .replaceAll(/^([ \t]*\d{1,9})([.)])/gmu, '$1\\$2')
    .replaceAll(/^[ \t]+/gmu, (space) => space.replaceAll(' ', '&#32;').replaceAll('\t', '&#9;'))
    .replaceAll('\r', '&#13;');
}

function oneLine(title: string): string {
  return escaped(title).replaceAll('\n', '&#10;');
}
