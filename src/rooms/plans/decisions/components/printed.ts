// A decision note as a document: the same words as on the page, set as PDF.
import { locale, m } from '#base/text.ts';
import { inWords } from '#base/time.ts';
import type { PrintedBlock, PrintedDocument } from '#base/printed-document.ts';
import type { OpenedNote } from '../read.server.ts';
import type { NoteVersion } from '../schema.ts';
import { concernsText, decidedText, paragraphsOf, toldText } from './note-words.ts';

type Hearing = { title: string } | null;

/** One wording of a note as a document in the reader's language. */
export function printedNote(
  { note, additions }: Pick<OpenedNote, 'note' | 'additions'>,
  version: NoteVersion,
  { hearing, today }: { hearing: Hearing; today: string },
): PrintedDocument {
  return {
    language: locale(),
    title: version.title,
    kicker: m.decisions_file_kicker({ unit: note.unit }),
    lead: `${decidedText(version, note.unit)}. ${m.decisions_concerns()}: ${concernsText(note)}.`,
    footer: m.decisions_page({ page: '{page}', pages: '{pages}' }),
    stamp: stampOf(version),
    blocks: [
      ...said(m.decisions_word_reason(), version.reason),
      ...said(m.decisions_word_decision(), version.decision),
      ...(version.explanation === ''
        ? []
        : [{ kind: 'note' as const, title: m.decisions_word_explanation(), text: version.explanation }]),
      ...alternativeBlocks(version),
      ...said(m.decisions_word_tradeoffs(), version.tradeoffs),
      ...said(m.decisions_word_heard(), version.heard),
      ...(hearing === null ? [] : [{ kind: 'text' as const, text: m.decisions_word_hearing({ title: hearing.title }) }]),
      ...said(m.decisions_word_told(), version.told),
      ...(version.toldOn === null ? [] : [{ kind: 'text' as const, text: toldText(version.toldOn, today) }]),
      ...restBlocks(version),
      ...(additions.length === 0 ? [] : [heading(m.decisions_additions())]),
      ...additions.flatMap(({ text, addedAt, addedBy }): PrintedBlock[] => [
        { kind: 'kicker', text: m.decisions_addition_by({ date: inWords(addedAt, locale(), 'date'), name: addedBy }) },
        ...paragraphsOf(text).map((paragraph): PrintedBlock => ({ kind: 'text', text: paragraph })),
      ]),
    ],
  };
}

const heading = (text: string): PrintedBlock => ({ kind: 'heading', level: 2, text });

function stampOf(version: NoteVersion): string {
  if (version.sharedAt === null) return m.decisions_file_draft();
  return m.decisions_version_of({ number: version.number, date: inWords(version.sharedAt, locale(), 'date') });
}

function said(title: string, text: string): PrintedBlock[] {
  if (text === '') return [];
  return [heading(title), ...paragraphsOf(text).map((paragraph): PrintedBlock => ({ kind: 'text', text: paragraph }))];
}

function alternativeBlocks({ alternatives }: NoteVersion): PrintedBlock[] {
  if (alternatives.length === 0) return [];
  return [
    heading(m.decisions_word_alternatives()),
    {
      kind: 'table',
      caption: m.decisions_word_alternatives(),
      columns: [m.decisions_word_alternative(), m.decisions_word_pro(), m.decisions_word_con()],
      numeric: [false, false, false],
      rows: alternatives.map(({ name, pro, con }) => [name, pro, con]),
      rowHeadings: true,
    },
  ];
}

function restBlocks({ restsOn }: NoteVersion): PrintedBlock[] {
  if (restsOn.length === 0) return [];
  return [
    heading(m.decisions_word_rests_on()),
    { kind: 'list', items: restsOn.map(({ name, framework }) => `${name} (${framework})`) },
  ];
}
