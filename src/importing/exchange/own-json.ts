import * as v from 'valibot';
import { checkNothingLost, ELEMENT_KINDS, FORMAT, type FrameworkDraft } from '../open-format.ts';
import { draftOfTree } from './draft-of-tree.ts';
import { ExchangeProblem } from './exchange-problem.ts';
import { MAX_ELEMENTS, MAX_LEVELS, MAX_TEXT, MAX_TITLE } from './limits.ts';

const short = v.pipe(v.string(), v.maxLength(MAX_TITLE));
const long = v.pipe(v.string(), v.maxLength(MAX_TEXT));
const name = v.pipe(short, v.minLength(1));
const short200 = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const day = v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/u)));
const lineNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000));
const source = v.object({ lines: v.tuple([lineNumber, lineNumber]), page: v.exactOptional(lineNumber) });
const passage = { text: v.pipe(v.string(), v.minLength(1)), source };
const names = v.pipe(v.array(name), v.maxLength(500));

const ElementShape = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/u), v.maxLength(2000)),
  kind: v.picklist(ELEMENT_KINDS),
  parent: v.nullable(v.string()),
  level: v.nullable(v.string()),
  title: v.nullable(short),
  text: v.nullable(long),
  source,
  confidence: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  addressees: v.exactOptional(v.array(v.picklist(['organisation', 'leaders', 'employees', 'trio', 'citizens']))),
  coreTasks: v.exactOptional(names),
  values: v.exactOptional(names),
  strategies: v.exactOptional(names),
  weights: v.exactOptional(v.array(v.object({ level: name, weight: v.picklist([1, 2, 3]), words: short }))),
});

const About = v.object({
  purposes: v.exactOptional(v.array(long)),
  scope: v.exactOptional(long),
  scopeUnits: v.exactOptional(names),
  scopeLevels: v.exactOptional(v.array(v.object({ position: lineNumber, name: short }))),
  binding: v.exactOptional(v.picklist(['governing', 'inspiring'])),
  owner: v.exactOptional(short),
  authors: v.exactOptional(names),
  contactName: v.exactOptional(short),
  contactMail: v.exactOptional(short),
  input: v.exactOptional(long),
});

const Extras = {
  stamp: v.exactOptional(short),
  about: v.exactOptional(About),
  coreTasks: v.exactOptional(v.array(v.object({ id: name, name }))),
  levelRules: v.exactOptional(
    v.array(v.object({ level: name, definition: long, refersTo: long, transition: long, positions: v.array(lineNumber) })),
  ),
  duties: v.exactOptional(
    v.array(
      v.object({
        task: name,
        parts: v.array(
          v.object({ level: name, part: v.picklist(['decides', 'responsible', 'contributes', 'informed']), who: short }),
        ),
      }),
    ),
  ),
  strategies: v.exactOptional(
    v.array(
      v.object({
        id: name,
        kind: v.picklist(['strategy', 'vision', 'policy', 'scale']),
        name,
        link: short,
        about: long,
        begins: day,
        ends: day,
        whole: v.boolean(),
      }),
    ),
  ),
  visual: v.exactOptional(
    v.object({
      type: v.picklist(['image/png', 'image/jpeg', 'image/webp']),
      bytes: v.pipe(v.string(), v.base64()),
      width: lineNumber,
      height: lineNumber,
      alt: name,
    }),
  ),
  steps: v.exactOptional(
    v.array(
      v.object({
        kind: v.picklist(['draft', 'internal_discussion', 'hearing', 'reworked', 'recommended', 'approved']),
        body: v.nullable(v.object({ name: short200, kind: v.picklist(['political', 'management', 'med', 'hr', 'other']) })),
        beganOn: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/u)),
        endedOn: day,
        knownTo: v.picklist(['day', 'month', 'year']),
        title: short,
        decision: long,
        document: v.nullable(v.object({ name: short, link: short })),
      }),
    ),
  ),
  origins: v.exactOptional(
    v.array(
      v.object({
        element: name,
        kind: v.picklist(['edited', 'replaced', 'split', 'merged', 'forked', 'new']),
        from: short,
      }),
    ),
  ),
};

const Draft = v.object({
  format: v.literal(FORMAT),
  organisation: short,
  title: name,
  date: v.nullable(v.pipe(v.string(), v.maxLength(200))),
  levels: v.pipe(v.array(name), v.maxLength(MAX_LEVELS)),
  kinds: v.record(v.picklist(ELEMENT_KINDS), name),
  elements: v.pipe(v.array(ElementShape), v.maxLength(MAX_ELEMENTS)),
  repeats: v.array(v.object({ ...passage, element: v.string() })),
  unplaced: v.array(v.object(passage)),
  furniture: v.array(v.object(passage)),
  repairs: v.array(
    v.object({ line: lineNumber, from: name, to: v.string(), decided: v.exactOptional(v.picklist(['accepted', 'rejected'])) }),
  ),
  text: v.string(),
  ...Extras,
});

/** A parsed file of the open format as a draft. Throws ExchangeProblem that names the first element or field which is not as it should be. */
export function readOwnJson(parsed: unknown): FrameworkDraft {
  const outcome = v.safeParse(Draft, parsed);
  if (!outcome.success) throw problemOf(outcome.issues[0], parsed);
  const draft = outcome.output;
  checkTree(draft);
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
  const seen = new Set<string>();
  const all = new Set(draft.elements.map((element) => element.id));
  if (new Set(draft.levels).size < draft.levels.length) throw new ExchangeProblem('duplicate', draft.levels.join(', '));
  for (const { id, parent, level, title, values, weights } of draft.elements) {
    const words = title ?? id;
    if (seen.has(id)) throw new ExchangeProblem('duplicate', words);
    if (parent !== null && !all.has(parent)) throw new ExchangeProblem('orphan', words);
    if (parent !== null && !seen.has(parent)) throw new ExchangeProblem('cycle', words);
    const levels = [...(level === null ? [] : [level]), ...(weights ?? []).map((weight) => weight.level)];
    if (levels.some((one) => !draft.levels.includes(one))) throw new ExchangeProblem('unknown_level', words);
    if (values?.some((value) => !all.has(value)) === true) throw new ExchangeProblem('orphan', words);
    seen.add(id);
  }
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
