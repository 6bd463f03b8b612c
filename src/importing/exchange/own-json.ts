import * as v from 'valibot';
import { checkNothingLost, type FrameworkDraft } from '../open-format.ts';
import { draftOfTree } from './draft-of-tree.ts';
import { ExchangeProblem } from './exchange-problem.ts';
import { MAX_DEPTH } from './limits.ts';
import { OwnShape } from './own-shape.ts';

/** A parsed file of the open format as a draft. Throws ExchangeProblem that names the first element or field which is not as it should be. */
export function readOwnJson(parsed: unknown): FrameworkDraft {
  const outcome = v.safeParse(OwnShape, parsed, { abortEarly: true });
  if (!outcome.success) throw problemOf(outcome.issues[0], parsed);
  const draft = outcome.output;
  checkTree(draft);
  checkBeside(draft);
  return holdsItsWords(draft) ? draft : withOwnText(draft);
}

type Issue = v.BaseIssue<unknown>;

function problemOf(issue: Issue, parsed: unknown): ExchangeProblem {
  const keys = (issue.path ?? []).map((step) => step.key as string | number);
  const [list, index, field] = keys;
  const place = list === 'elements' && typeof index === 'number' ? elementName(parsed, index) : keys.join('.');
  if (issue.type === 'max_length') return new ExchangeProblem(keys.length === 1 ? 'too_many' : 'too_long', place);
  if (field === 'kind') return new ExchangeProblem('unknown_kind', `${place}: ${String(issue.input).slice(0, 60)}`);
  const reason = issue.input === undefined ? 'missing' : 'wrong';
  return new ExchangeProblem(reason, field === undefined || list !== 'elements' ? place : `${place}: ${String(field)}`);
}

function elementName(parsed: unknown, index: number): string {
  const elements = (parsed as { elements: unknown[] }).elements;
  const { title, id } = Object(elements[index]) as { title?: unknown; id?: unknown };
  const [known] = [title, id].filter((part) => typeof part === 'string' && part !== '');
  return typeof known === 'string' ? known : `elements.${index}`;
}

/** Parents stand before their children, ids are unique, levels and what is pointed to exist. */
function checkTree(draft: FrameworkDraft): void {
  const depths = new Map<string | null, number>([[null, 0]]);
  const all = new Set(draft.elements.map((element) => element.id));
  if (new Set(draft.levels).size < draft.levels.length) throw new ExchangeProblem('duplicate', draft.levels.join(', '));
  for (const { id, parent, level, title, values, weights } of draft.elements) {
    const words = title ?? id;
    if (depths.has(id)) throw new ExchangeProblem('duplicate', words);
    if (parent !== null && !all.has(parent)) throw new ExchangeProblem('orphan', words);
    const depth = depths.get(parent);
    if (depth === undefined) throw new ExchangeProblem('cycle', words);
    if (depth > MAX_DEPTH) throw new ExchangeProblem('too_deep', words);
    const levels = [...(level === null ? [] : [level]), ...(weights ?? []).map((weight) => weight.level)];
    if (levels.some((one) => !draft.levels.includes(one))) throw new ExchangeProblem('unknown_level', words);
    if (values?.some((value) => !all.has(value)) === true) throw new ExchangeProblem('orphan', words);
    depths.set(id, depth + 1);
  }
}

/** What stands beside the words says each thing once, points to what is there, and ends after it begins. */
function checkBeside(draft: FrameworkDraft): void {
  const { elements, levels, coreTasks = [], strategies = [], levelRules = [], duties = [], steps = [] } = draft;
  const tasks = once(coreTasks.map(({ id }) => id));
  const plans = once(strategies.map(({ id }) => id));
  const ruled = once(levelRules.map(({ level }) => level));
  for (const level of [...ruled, ...duties.flatMap(({ parts }) => parts.map((part) => part.level))])
    if (!levels.includes(level)) throw new ExchangeProblem('unknown_level', level);
  for (const { id, title, ...said } of elements) {
    once((said.weights ?? []).map(({ level }) => level));
    const lost = said.coreTasks?.find((task) => !tasks.has(task)) ?? said.strategies?.find((plan) => !plans.has(plan));
    if (lost !== undefined) throw new ExchangeProblem('orphan', `${title ?? id}: ${lost}`);
  }
  for (const { name, begins, ends } of strategies) refuseBackwards(name, begins, ends);
  for (const { title, kind, beganOn, endedOn } of steps) refuseBackwards(title || kind, beganOn, endedOn);
}

function once(names: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const one of names) {
    if (seen.has(one)) throw new ExchangeProblem('duplicate', one);
    seen.add(one);
  }
  return seen;
}

function refuseBackwards(what: string, begins: string | null, ends: string | null): void {
  if (begins !== null && ends !== null && ends < begins) throw new ExchangeProblem('wrong', `${what}: ${begins} – ${ends}`);
}

function holdsItsWords(draft: FrameworkDraft): boolean {
  try {
    checkNothingLost(draft);
    return true;
  } catch {
    return false;
  }
}

/** A file whose words were changed by hand: the elements hold, and the text they came from is written anew from them. */
function withOwnText(draft: FrameworkDraft): FrameworkDraft {
  const nodes = draft.elements.map(({ id, source: _source, confidence: _confidence, ...node }) => ({
    ...node,
    name: id,
    slug: id,
  }));
  const passages = [...draft.repeats, ...draft.unplaced, ...draft.furniture].map(({ text }) => text);
  const made = draftOfTree({ ...draft, nodes, unplaced: passages });
  return { ...draft, ...made };
}
