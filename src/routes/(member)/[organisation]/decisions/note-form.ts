import { safeParse, type BaseIssue } from 'valibot';
import { Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { AdditionInput, NewNoteInput, NoteInput, WideningInput } from '#rooms/plans/decisions/schema.ts';
import { textOf, textsOf } from '../typed.ts';

/** The new note a form asks for. */
export function newNoteFrom(form: FormData): NewNoteInput {
  const parsed = safeParse(NewNoteInput, { id: textOf(form, 'id'), title: textOf(form, 'title'), unit: textOf(form, 'unit') });
  if (parsed.success) return parsed.output;
  throw new Problem('invalid', '', errorsOf(parsed.issues));
}

/** The draft a form holds; what is not filled in well is said at its field. */
export function noteFrom(form: FormData): NoteInput {
  const plain = ['title', 'decision', 'tradeoffs', 'heard', 'told', 'toldOn', 'decidedBy', 'decidedOn', 'explanation', 'reason'];
  const names = textsOf(form, 'alternative-name');
  const pros = textsOf(form, 'alternative-pro');
  const cons = textsOf(form, 'alternative-con');
  const parsed = safeParse(NoteInput, {
    ...Object.fromEntries(plain.map((name) => [name, textOf(form, name)])),
    alternatives: names.map((name, at) => ({ name, pro: pros[at] ?? '', con: cons[at] ?? '' })),
    hearingId: textOf(form, 'hearing') === '' ? null : textOf(form, 'hearing'),
    statements: textsOf(form, 'statements'),
    reach: textOf(form, 'reach') || 'branch',
    units: textsOf(form, 'units'),
    revision: Number(textOf(form, 'revision')),
  });
  if (parsed.success) return parsed.output;
  throw new Problem('invalid', '', errorsOf(parsed.issues));
}

/** To whom a form gives a note. */
export function wideningFrom(form: FormData): WideningInput {
  const parsed = safeParse(WideningInput, {
    id: textOf(form, 'widening'),
    reach: textOf(form, 'reach'),
    units: textsOf(form, 'units'),
    tell: form.get('tell') !== null,
  });
  if (parsed.success) return parsed.output;
  throw new Problem('invalid', '', errorsOf(parsed.issues));
}

/** What a form adds to a note. */
export function additionFrom(form: FormData): { id: string; text: string } {
  const parsed = safeParse(AdditionInput, { text: textOf(form, 'text') });
  if (parsed.success) return { id: textOf(form, 'id'), text: parsed.output.text };
  throw new Problem('invalid', '', errorsOf(parsed.issues));
}

function errorsOf(issues: readonly BaseIssue<unknown>[]): Record<string, string> {
  return Object.fromEntries(
    issues.map(({ path, message }) => [fieldOf((path ?? []).map((part) => String(part.key))), sentenceFor(message)]),
  );
}

/** A path of the input as the field of the form: alternatives, 2, pro is alternative-pro-2. */
function fieldOf(path: readonly string[]): string {
  const [field = '', at, part] = path;
  if (field === 'alternatives' && part !== undefined) return `alternative-${part}-${at}`;
  return field === 'hearingId' ? 'hearing' : field;
}

function sentenceFor(message: string): string {
  const sentences: Record<string, () => string> = {
    missing: m.decisions_problem_fill,
    long: m.decisions_problem_long,
    date: m.decisions_problem_date,
    many: m.decisions_problem_many,
  };
  return (sentences[message] ?? m.decisions_problem_choice)();
}
