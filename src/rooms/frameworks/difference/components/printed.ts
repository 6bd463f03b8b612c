import type { PrintedBlock, PrintedDocument, Run, Words } from '#base/printed-document.ts';
import { m, type Locale } from '#base/text.ts';
import { changeName } from '../../components/change-names.ts';
import type { VersionHead } from '../../schema.ts';
import type { ReadDifference } from '../read.server.ts';
import type { DifferenceRow, Part } from '../schema.ts';

/** The difference of two versions as a document to set: the two beside each other, only what has changed. */
export function printedDifference({ from, to, difference }: ReadDifference, stamp: string, language: Locale): PrintedDocument {
  const rows = difference.rows.filter((row) => row.change !== 'same' || row.moved);
  return {
    language,
    title: m.versions_difference_title({ from: from.number, to: to.number }),
    kicker: to.title,
    lead: m.versions_difference_lead(),
    footer: m.reports_page({ page: '{page}', pages: '{pages}' }),
    stamp,
    landscape: true,
    blocks:
      rows.length === 0 ? [{ kind: 'text', text: m.versions_difference_none() }] : [counts(difference), table(rows, from, to)],
  };
}

function counts({ counts: all }: ReadDifference['difference']): PrintedBlock {
  return { kind: 'terms', items: all.map(({ change, count }) => ({ term: changeName(change), text: String(count) })) };
}

function table(rows: readonly DifferenceRow[], from: VersionHead, to: VersionHead): PrintedBlock {
  const [before, after] = [m.versions_version({ number: from.number }), m.versions_version({ number: to.number })];
  return {
    kind: 'table',
    caption: m.versions_difference_title({ from: from.number, to: to.number }),
    columns: [m.versions_difference_place(), before, after],
    numeric: [false, false, false],
    rowHeadings: true,
    rows: rows.map((row) => [placeOf(row), sideOf(row, 'gone'), sideOf(row, 'new')]),
  };
}

function placeOf(row: DifferenceRow): Words {
  const statement = row.after ?? row.before;
  const names = [row.change === 'same' ? '' : changeName(row.change), row.moved ? changeName('moved') : ''];
  const path = [...(statement?.path ?? []), statement?.kindName ?? '', statement?.levelName ?? ''];
  const filled = (parts: string[]): string => parts.filter((part) => part !== '').join(' / ');
  return `${filled(names)}: ${filled(path)}`;
}

function sideOf(row: DifferenceRow, side: 'gone' | 'new'): Words {
  if ((side === 'gone' ? row.before : row.after) === null) return m.versions_not_there();
  const title = runs(row.title, side);
  const text = runs(row.text, side);
  return title.length > 0 && text.length > 0 ? [...title, { text: '\n' }, ...text] : [...title, ...text];
}

function runs(parts: readonly Part[], side: 'gone' | 'new'): Run[] {
  return parts.flatMap((part): Run[] => {
    if (part.kind === 'same') return [{ text: part.text }];
    return part.kind === side ? [{ text: part.text, mark: side === 'gone' ? 'deleted' : 'inserted' }] : [];
  });
}
