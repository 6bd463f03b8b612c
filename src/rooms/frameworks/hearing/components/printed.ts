// The hearing note as a document: the same words as on the page, set as PDF or DOCX.
import { locale, m } from '#base/text.ts';
import { inWords } from '#base/time.ts';
import type { PrintedBlock, PrintedDocument, Run, Words } from '#base/printed-document.ts';
import { differenceOfWords } from '../../difference/words/rules.ts';
import type { Statement } from '../../schema.ts';
import type { HearingNote, NoteEntry } from '../note/read.server.ts';
import type { AskedBody, Comment } from '../schema.ts';
import { wordsOf } from '../treatment/rules.ts';
import { outcomeWords, saidByName, statementName } from './words.ts';

/** The note as a document in the reader's language. */
export function printedNote(note: HearingNote): PrintedDocument {
  const { hearing } = note;
  return {
    language: locale(),
    title: m.hearing_note_file({ title: hearing.title }),
    kicker: note.head?.title ?? '',
    lead: hearing.publishedAt === null ? m.hearing_note_draft_printed() : published(hearing.publishedAt),
    footer: m.reports_page({ page: '{page}', pages: '{pages}' }),
    contents: m.hearing_contents(),
    blocks: [
      heading(m.hearing_note_heard()),
      { kind: 'text', text: heardText(note) },
      ...(hearing.letter === '' ? [] : [{ kind: 'note' as const, title: m.hearing_letter(), text: hearing.letter }]),
      ...deadlineBlocks(note),
      heading(m.hearing_note_who()),
      ...whoBlocks(note),
      heading(m.hearing_note_outcomes()),
      { kind: 'list', items: outcomeCounts(note).map(({ text, count }) => `${text}: ${count}`) },
      heading(m.hearing_note_entries()),
      ...(note.entries.length === 0
        ? [{ kind: 'text' as const, text: m.hearing_note_entries_none() }]
        : note.entries.flatMap(entryBlocks)),
    ],
  };
}

/** How many comments came to which end, with those that have no answer yet. */
export function outcomeCounts(note: Pick<HearingNote, 'entries' | 'progress'>): { text: string; count: number }[] {
  const comments = note.entries.flatMap((entry) => entry.comments);
  const counts = (['taken_in', 'partly', 'not'] as const).map((outcome) => ({
    text: outcomeWords(outcome).text,
    count: comments.filter((comment) => comment.answer?.outcome === outcome).length,
  }));
  const open = note.progress.all - note.progress.answered;
  return open === 0 ? counts : [...counts, { text: m.hearing_note_unanswered(), count: open }];
}

/** What the hearing was about, in a sentence. */
export function heardText({ hearing, head }: Pick<HearingNote, 'hearing' | 'head'>): string {
  return m.hearing_note_heard_text({
    title: head?.title ?? '',
    opened: inWords(hearing.openedAt, locale(), 'date'),
    closes: inWords(hearing.closesAt, locale()),
  });
}

/** What happened to the deadline, line by line. */
export function deadlineLines({ deadlines }: Pick<HearingNote, 'deadlines'>): string[] {
  return deadlines.map((deadline) => {
    const words = { at: inWords(deadline.setAt, locale(), 'date'), closes: inWords(deadline.closesAt, locale()) };
    const say = { opened: m.hearing_deadline_opened, extended: m.hearing_deadline_extended, closed: m.hearing_deadline_closed };
    const line = say[deadline.kind](words);
    return deadline.reason === '' ? line : `${line}. ${deadline.reason}`;
  });
}

/** How many comments a body sent, or that it had none. */
export function remarksOf(body: AskedBody, note: Pick<HearingNote, 'entries'>): string {
  if (body.repliedAt === null) return '–';
  const count = note.entries.flatMap((entry) => entry.comments).filter((comment) => comment.from?.bodyId === body.id).length;
  return count === 0 ? m.hearing_note_no_remarks() : String(count);
}

/** When a body answered, and whether that was late. */
export function repliedText(body: AskedBody): string {
  if (body.repliedAt === null) return m.hearing_bodies_missing();
  const when = inWords(body.repliedAt, locale());
  return body.late ? `${when} (${m.hearing_late().toLocaleLowerCase()})` : when;
}

/** How many comments employees sent, or why none are shown; empty where they were not asked. */
export function employeesText({ hearing, fromEmployees }: Pick<HearingNote, 'hearing' | 'fromEmployees'>): string {
  if (!hearing.employees || hearing.setOpened === null) return '';
  return hearing.setOpened
    ? m.hearing_note_count_employees({ count: fromEmployees, k: hearing.k })
    : m.hearing_note_employees_unopened({ k: hearing.k });
}

const heading = (text: string, level: 2 | 3 | 4 = 2): PrintedBlock => ({ kind: 'heading', level, text });
const published = (at: Date): string => m.hearing_note_published({ date: inWords(at, locale(), 'date') });

function deadlineBlocks(note: HearingNote): PrintedBlock[] {
  return note.deadlines.length < 2 ? [] : [{ kind: 'list', items: deadlineLines(note) }];
}

function whoBlocks(note: HearingNote): PrintedBlock[] {
  const answered = note.bodies.filter((body) => body.repliedAt !== null).length;
  const lines = [employeesText(note)].filter((line) => line !== '');
  if (note.bodies.length === 0) return lines.map((text) => ({ kind: 'text', text }));
  return [
    { kind: 'text', text: m.hearing_note_answered({ answered, asked: note.bodies.length }) },
    {
      kind: 'table',
      caption: m.hearing_note_who(),
      columns: [m.hearing_bodies_body(), m.hearing_note_column_when(), m.hearing_note_column_count()],
      numeric: [false, false, false],
      rows: note.bodies.map((body) => [body.name, repliedText(body), remarksOf(body, note)]),
      rowHeadings: true,
    },
    ...lines.map((text): PrintedBlock => ({ kind: 'text', text })),
  ];
}

function entryBlocks(entry: NoteEntry): PrintedBlock[] {
  const statement = entry.heard ?? entry.now;
  return [
    heading(statement === null ? m.hearing_general() : statementName(statement), 3),
    ...(statement === null ? [] : wordingBlocks(entry, statement)),
    ...entry.comments.flatMap(commentBlocks),
    ...(entry.changedBy.length === 0 ? [] : [{ kind: 'kicker' as const, text: m.hearing_note_changed_by() }]),
    ...entry.changedBy.flatMap(commentBlocks),
  ];
}

function wordingBlocks({ heard, now, changed }: NoteEntry, statement: Statement): PrintedBlock[] {
  if (!changed) return saidByName(statement) ? [] : [{ kind: 'text', text: wordsOf(statement) }];
  if (heard === null)
    return [
      { kind: 'kicker', text: m.hearing_wording_new() },
      { kind: 'text', text: wordsOf(now) },
    ];
  if (now === null)
    return [
      { kind: 'kicker', text: m.hearing_wording_gone() },
      { kind: 'text', text: wordsOf(heard) },
    ];
  return [
    { kind: 'kicker', text: m.hearing_wording_now() },
    { kind: 'text', text: changedWords(wordsOf(heard), wordsOf(now)) },
  ];
}

function changedWords(before: string, after: string): Words {
  return differenceOfWords(before, after).map(({ kind, text }): Run => {
    if (kind === 'same') return { text };
    return { text, mark: kind === 'new' ? 'inserted' : 'deleted' };
  });
}

function commentBlocks(comment: Comment): PrintedBlock[] {
  const from = comment.from?.name ?? m.hearing_from_employee();
  const sender = comment.from?.late ? `${from} (${m.hearing_late().toLocaleLowerCase()})` : from;
  const said: Words = [{ text: `${sender}: `, mark: 'strong' }, { text: comment.text }];
  const { answer } = comment;
  if (answer === null) return [{ kind: 'text', text: said }];
  const ended: Words = [{ text: `${outcomeWords(answer.outcome).text}: `, mark: 'strong' }, { text: answer.reason }];
  return [
    { kind: 'text', text: said },
    { kind: 'list', items: [ended] },
  ];
}
