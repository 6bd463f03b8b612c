// What states and outcomes are called, and how a comment is named in a link.
import { m } from '#base/text.ts';
import type { HearingState, Outcome } from '../schema.ts';

export type Tone = 'plain' | 'info' | 'good' | 'watch';

/** What a hearing's state is called, and how it is coloured. */
export function stateWords(state: HearingState): { text: string; tone: Tone } {
  const words: Record<HearingState, { text: () => string; tone: Tone }> = {
    open: { text: m.hearing_state_open, tone: 'info' },
    past_deadline: { text: m.hearing_state_past_deadline, tone: 'watch' },
    treating: { text: m.hearing_state_treating, tone: 'info' },
    treated: { text: m.hearing_state_treated, tone: 'plain' },
    published: { text: m.hearing_state_published, tone: 'good' },
  };
  return { text: words[state].text(), tone: words[state].tone };
}

/** What became of a comment, in words. */
export function outcomeWords(outcome: Outcome): { text: string; tone: Tone } {
  const words: Record<Outcome, { text: () => string; tone: Tone }> = {
    taken_in: { text: m.hearing_outcome_taken_in, tone: 'good' },
    partly: { text: m.hearing_outcome_partly, tone: 'info' },
    not: { text: m.hearing_outcome_not, tone: 'plain' },
  };
  return { text: words[outcome].text(), tone: words[outcome].tone };
}

/** The first words of a text, for a link that must say what it leads to. */
export function firstWords(text: string, most = 60): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most).trimEnd()} …`;
}

/** Does a heading of this name already say all that the statement says? */
export function saidByName(statement: { title: string | null; text: string | null }): boolean {
  const words = [statement.title, statement.text].filter((part) => part !== null && part !== '').join(' ');
  return statementName(statement) === words.replace(/\s+/g, ' ').trim();
}

/** A statement in a few words: its title, else the beginning of its text. */
export function statementName(statement: { title: string | null; text: string | null }): string {
  return firstWords(statement.title ?? statement.text ?? '');
}
