// How a decision note is told: the same sentences on pages and in files.
import { locale, m } from '#base/text.ts';
import { dayInWords } from '#base/time.ts';
import type { Needed, NoteFrame, NoteVersion } from '../schema.ts';

/** Whom a note concerns, in words. */
export function concernsText(note: Pick<NoteFrame, 'reach' | 'unit' | 'units'>): string {
  if (note.reach === 'organisation') return m.decisions_concerns_organisation();
  const units = note.units.map((unit) => unit.name).join(', ');
  return note.reach === 'branch' || units === ''
    ? m.decisions_concerns_branch({ unit: note.unit })
    : m.decisions_concerns_units({ unit: note.unit, units });
}

/** When, by whom and where it was decided, as far as that is known. */
export function decidedText(version: Pick<NoteVersion, 'decidedBy' | 'decidedOn'>, unit: string): string {
  if (version.decidedOn === null) return m.decisions_decided_unit({ unit });
  const date = dayInWords(version.decidedOn, locale());
  return version.decidedBy === ''
    ? `${m.decisions_decided({ date })}, ${unit}`
    : m.decisions_decided_by({ date, by: version.decidedBy, unit });
}

/** When it is told to people: it has been, or will be. */
export function toldText(toldOn: string, today: string): string {
  const date = dayInWords(toldOn, locale());
  return toldOn <= today ? m.decisions_word_told_on({ date }) : m.decisions_word_told_from({ date });
}

/** What a note lacks before it can be shared. */
export const MISSING_WORDS: Record<Needed | 'reason', () => string> = {
  title: m.decisions_missing_title,
  decision: m.decisions_missing_decision,
  decidedOn: m.decisions_missing_decidedOn,
  decidedBy: m.decisions_missing_decidedBy,
  alternatives: m.decisions_missing_alternatives,
  tradeoffs: m.decisions_missing_tradeoffs,
  heard: m.decisions_missing_heard,
  told: m.decisions_missing_told,
  reason: m.decisions_missing_reason,
};

/** The lines of a text with line breaks, without empty ones. */
export function paragraphsOf(text: string): string[] {
  return text.split(/\n+/).filter((line) => line.trim() !== '');
}
