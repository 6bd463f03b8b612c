import { found, Problem } from '#base/errors.ts';
import { dayInWords, localDate, now } from '#base/time.ts';
import { locale, m } from '#base/text.ts';
import { inTenant } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { noteGoal } from '../commands.server.ts';
import { figureInWords, readFigure } from '../figures/rules.ts';
import { figureProblem, lineProblems } from '../figures/sentences/rules.ts';
import { writtenIndicator } from '../indicators/commands.server.ts';
import { addValues, removeValues } from '../indicators/write.server.ts';
import type { Indicator } from '../indicators/schema.ts';
import { MOST_LINES, readLines } from './rules.ts';
import type { NewValue, PastedInput, ValueInput } from './schema.ts';

type Place = { goalId: string; indicatorId: string };

const MOST = 5000;

/** Writes down what an indicator was on a day. A day that has a figure already is not written over. */
export async function addValue(member: Member, place: Place, input: ValueInput): Promise<void> {
  await inTenant(member, async (tx) => {
    const { goal, indicator } = await writtenIndicator(tx, member, place);
    const value = valueFrom(input);
    refuseTaken(indicator, value.on);
    refuseTooMany(indicator, 1);
    await addValues(tx, place, [value], member.name);
    await noteGoal(tx, member, 'goal.measured', goal);
  });
}

/** Puts a figure right, or moves it to another day. `was` is what the form was read with. */
export async function changeValue(
  member: Member,
  place: Place & { on: string },
  input: ValueInput & { was: string },
): Promise<void> {
  await inTenant(member, async (tx) => {
    const { goal, indicator } = await writtenIndicator(tx, member, place);
    const stored = found(indicator.values.find((one) => one.on === place.on));
    if (stored.at.toISOString() !== input.was) throw new Problem('conflict', m.goals_conflict());
    const value = valueFrom(input);
    if (value.on !== place.on) refuseTaken(indicator, value.on);
    await removeValues(tx, place, [place.on]);
    await addValues(tx, place, [value], member.name);
    await noteGoal(tx, member, 'goal.measured', goal);
  });
}

/** Takes a figure away. */
export async function deleteValue(member: Member, place: Place & { on: string }): Promise<void> {
  await inTenant(member, async (tx) => {
    const { goal, indicator } = await writtenIndicator(tx, member, place);
    found(indicator.values.find((one) => one.on === place.on));
    await removeValues(tx, place, [place.on]);
    await noteGoal(tx, member, 'goal.measured', goal);
  });
}

/** Writes down many figures at once: all of them, or none when one line is wrong. Says how many were new. */
export async function pasteValues(member: Member, place: Place, input: PastedInput): Promise<number> {
  return inTenant(member, async (tx) => {
    const { goal, indicator } = await writtenIndicator(tx, member, place);
    const values = linesFrom(input.lines);
    const standing = new Map(indicator.values.map((one) => [one.on, one.value]));
    const fresh = values.filter(({ on, value }) => standing.get(on) !== value);
    const taken = fresh.filter(({ on }) => standing.has(on)).map(({ on }) => on);
    if (taken.length > 0 && !input.replace)
      throw new Problem('invalid', '', { lines: m.goals_problem_taken_lines({ days: daysInWords(taken) }) });
    refuseTooMany(indicator, fresh.length - taken.length);
    if (fresh.length === 0) return 0;
    await removeValues(tx, place, taken);
    await addValues(tx, place, fresh, member.name);
    await noteGoal(tx, member, 'goal.measured', goal);
    return fresh.length;
  });
}

function valueFrom(input: ValueInput): NewValue {
  const read = readFigure(input.value);
  const wrong: Record<string, string> = {};
  if (!read.ok) wrong['value'] = figureProblem(read.problem, input.value);
  if (input.on > localDate(now())) wrong['on'] = m.goals_problem_future();
  if (!read.ok || Object.keys(wrong).length > 0) throw new Problem('invalid', '', wrong);
  return { on: input.on, value: read.value, note: input.note };
}

function linesFrom(text: string): NewValue[] {
  if (text.split('\n').length > MOST_LINES)
    throw new Problem('invalid', '', { lines: m.goals_problem_lines({ most: MOST_LINES }) });
  const { values, wrong } = readLines(text, localDate(now()));
  if (wrong.length > 0) throw new Problem('invalid', '', { lines: lineProblems(wrong) });
  if (values.length === 0) throw new Problem('invalid', '', { lines: m.goals_problem_no_lines() });
  return values;
}

function refuseTaken(indicator: Indicator, on: string): void {
  const taken = indicator.values.find((one) => one.on === on);
  if (taken === undefined) return;
  const value = figureInWords(taken.value, locale(), indicator.measure);
  throw new Problem('invalid', '', { on: m.goals_problem_taken({ day: dayInWords(on, locale()), value }) });
}

function refuseTooMany(indicator: Indicator, more: number): void {
  if (indicator.values.length + more > MOST) throw new Problem('invalid', m.goals_problem_values({ most: MOST }));
}

function daysInWords(days: readonly string[]): string {
  const shown = days.slice(0, 3).map((day) => dayInWords(day, locale()));
  return days.length > 3 ? `${shown.join(', ')} …` : shown.join(', ');
}
