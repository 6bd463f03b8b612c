// What a leader has said was special in the period, as it stands in a printed report: the same words as on the page.
import type { PrintedBlock } from '#base/printed-document.ts';
import { locale, m } from '#base/text.ts';
import { inWords } from '#base/time.ts';
import type { ContextNote, Wording } from '../context/schema.ts';

export function contextBlocks(notes: readonly ContextNote[]): PrintedBlock[] {
  return notes.flatMap((note): PrintedBlock[] => [
    { kind: 'heading', level: 2, text: m.context_heading({ unit: note.unit }) },
    ...paragraphs(note.current),
    { kind: 'note', title: m.context_whose(), text: writtenText(note.current) },
    ...note.earlier
      .toReversed()
      .flatMap((wording): PrintedBlock[] => [
        { kind: 'heading', level: 3, text: m.context_earlier_from({ date: inWords(wording.writtenAt, locale()) }) },
        ...paragraphs(wording),
      ]),
  ]);
}

/** Who wrote a wording and when, and that it came after the result where it did. */
export function writtenText(wording: Wording): string {
  const when = { name: wording.writtenBy, date: inWords(wording.writtenAt, locale()) };
  return wording.after ? m.context_written_after(when) : m.context_written(when);
}

function paragraphs(wording: Wording): PrintedBlock[] {
  if (wording.text === '') return [{ kind: 'text', text: m.context_taken_back() }];
  return textParagraphs(wording.text).map((text) => ({ kind: 'text', text }));
}

/** A note's paragraphs, with the line breaks inside one as spaces. */
export function textParagraphs(text: string): string[] {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replaceAll('\n', ' ').trim())
    .filter((paragraph) => paragraph !== '');
}
