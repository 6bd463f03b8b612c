// What a version says beside its words, as the open format has it, and back. What says nothing is left out of a file.
import { newId } from '#base/ids.ts';
import type { DraftAbout, DraftExtras, DraftOrigin, DraftStep, ElementExtras } from '#importing/exchange/extras.ts';
import type { FrameworkDraft } from '#importing/open-format.ts';
import { EMPTY_COVER, NO_ATTRIBUTES, type Attributes, type Cover, type StatementAttributes } from '../../attributes/schema.ts';
import type { Element } from '../../draft/schema.ts';
import type { Origin } from '../../origins/schema.ts';
import type { Level } from '../../schema.ts';
import type { Step } from '../../steps/schema.ts';
import type { Strategy } from '../../strategies/schema.ts';

/** What stands in tables beside the words of a version. */
export type Beside = {
  attributes: Attributes;
  strategies: readonly Strategy[];
  steps: readonly Step[];
  origins: readonly Origin[];
  visual: DraftExtras['visual'] | null;
};

/** A file with what stands beside its words. */
export function withExtras(
  draft: FrameworkDraft,
  beside: Beside,
  elements: readonly Element[],
  levels: readonly Level[],
): FrameworkDraft {
  const slugs = new Map(elements.map((element) => [element.statementId, element.slug]));
  const order = new Map(draft.elements.map((element, index) => [element.id, index]));
  const levelName = (position: number): string => levels.find((level) => level.position === position)?.name ?? '';
  const bySlug = new Map(Object.entries(beside.attributes.statements).map(([id, said]) => [slugs.get(id) ?? '', said] as const));
  const valuesOf = (said: StatementAttributes): string[] =>
    said.values.flatMap((id) => slugs.get(id) ?? []).sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  return {
    ...draft,
    elements: draft.elements.map((element) => {
      const said = bySlug.get(element.id);
      return said === undefined ? element : { ...element, ...elementExtras(said, valuesOf(said), levelName, beside) };
    }),
    ...besideExtras(beside, levelName, slugs),
  };
}

function elementExtras(
  said: StatementAttributes,
  values: string[],
  levelName: (position: number) => string,
  { attributes, strategies }: Beside,
): ElementExtras {
  const weights = said.weights.map(({ level, weight, words }) => ({ level: levelName(level), weight, words }));
  const known = strategies.filter(({ id }) => said.strategies.includes(id)).map((strategy) => strategyName(strategy, strategies));
  return {
    ...(said.addressees.length > 0 ? { addressees: said.addressees } : {}),
    ...some(
      'coreTasks',
      attributes.coreTasks.filter(({ id }) => said.coreTasks.includes(id)).map(({ id }) => taskName(id, attributes)),
    ),
    ...some('values', values),
    ...some('strategies', known),
    ...(weights.length > 0 ? { weights } : {}),
  };
}

const some = <K extends string>(name: K, list: string[]): Partial<Record<K, string[]>> =>
  list.length === 0 ? {} : ({ [name]: list } as Record<K, string[]>);

/** Ids in files are numbers in their list: an id of ours would be another one after every import. */
const taskName = (id: string, { coreTasks }: Attributes): string => `task-${coreTasks.findIndex((task) => task.id === id) + 1}`;
const strategyName = ({ id }: Strategy, all: readonly Strategy[]): string =>
  `strategy-${all.findIndex((one) => one.id === id) + 1}`;

function besideExtras(beside: Beside, levelName: (position: number) => string, slugs: ReadonlyMap<string, string>): DraftExtras {
  const { attributes, strategies, visual } = beside;
  const about = aboutOf(attributes.cover);
  const extras: DraftExtras = {};
  if (Object.keys(about).length > 0) extras.about = about;
  if (attributes.coreTasks.length > 0)
    extras.coreTasks = attributes.coreTasks.map(({ id, name }) => ({ id: taskName(id, attributes), name }));
  const rules = attributes.levels
    .map(({ level, ...rule }) => ({ level: levelName(level), ...rule }))
    .filter(({ level }) => level !== '');
  if (rules.length > 0) extras.levelRules = rules;
  if (attributes.duties.length > 0)
    extras.duties = attributes.duties.map(({ task, parts }) => ({
      task,
      parts: parts.map(({ level, part, who }) => ({ level: levelName(level), part, who })).filter(({ level }) => level !== ''),
    }));
  if (strategies.length > 0)
    extras.strategies = strategies.map((strategy) => {
      const { kind, name, link, about: words, begins, ends } = strategy;
      const whole = attributes.strategies.includes(strategy.id);
      return { id: strategyName(strategy, strategies), kind, name, link, about: words, begins, ends, whole };
    });
  if (visual !== null && visual !== undefined) extras.visual = visual;
  const steps = beside.steps.flatMap(stepOf);
  if (steps.length > 0) extras.steps = steps;
  const origins = beside.origins.flatMap((origin) => originOf(origin, slugs));
  if (origins.length > 0) extras.origins = origins;
  return extras;
}

function aboutOf(cover: Cover): DraftAbout {
  const { purposes, scope, scopeUnits, scopeLevels, binding, owner, authors, contactName, contactMail, input } = cover;
  const words = Object.entries({ scope, owner, contactName, contactMail, input }).filter(([, text]) => text !== '');
  return {
    ...Object.fromEntries(words),
    ...some('purposes', purposes),
    ...some('authors', authors),
    ...some(
      'scopeUnits',
      scopeUnits.map((unit) => unit.name),
    ),
    ...(scopeLevels.length > 0 ? { scopeLevels } : {}),
    ...(binding === '' ? {} : { binding }),
  };
}

function stepOf({ kind, body, beganOn, endedOn, knownTo, title, decision, document }: Step): DraftStep[] {
  if (kind === 'published' || kind === 'superseded') return [];
  const paper = document === null ? null : { name: document.name, link: document.link };
  const who = body === null ? null : { name: body.name, kind: body.kind };
  return [{ kind, body: who, beganOn, endedOn, knownTo, title, decision, document: paper }];
}

function originOf({ statementId, kind, from }: Origin, slugs: ReadonlyMap<string, string>): DraftOrigin[] {
  const element = slugs.get(statementId);
  return element === undefined || kind === 'same' ? [] : [{ element, kind, from: from.name }];
}

/** What a file says beside its words, with ids of our own. `statementIds` leads from the elements' names in files. */
export function attributesFrom(
  draft: FrameworkDraft,
  statementIds: ReadonlyMap<string, string>,
  strategyIds: ReadonlyMap<string, string>,
): Attributes {
  const position = (name: string): number => draft.levels.indexOf(name) + 1;
  const tasks = new Map((draft.coreTasks ?? []).map(({ id }) => [id, newId()]));
  const ids = (names: readonly string[] | undefined, known: ReadonlyMap<string, string>): string[] =>
    (names ?? []).flatMap((name) => known.get(name) ?? []);
  const statements = draft.elements.flatMap((element): [string, StatementAttributes][] => {
    const { addressees = [], coreTasks, values, strategies, weights = [] } = element;
    const own = statementIds.get(element.id);
    const said = {
      addressees,
      coreTasks: ids(coreTasks, tasks),
      values: ids(values, statementIds),
      strategies: ids(strategies, strategyIds),
      weights: weights.map(({ level, weight, words }) => ({ level: position(level), weight, words })),
    };
    const silent = JSON.stringify(said) === JSON.stringify(NO_ATTRIBUTES);
    return own === undefined || silent ? [] : [[own, said]];
  });
  return {
    cover: coverFrom(draft.about ?? {}),
    coreTasks: (draft.coreTasks ?? []).map(({ id, name }) => ({ id: tasks.get(id) ?? newId(), name })),
    levels: (draft.levelRules ?? [])
      .map(({ level, ...rule }) => ({ level: position(level), ...rule }))
      .filter(({ level }) => level > 0),
    duties: (draft.duties ?? []).map(({ task, parts }) => ({
      id: newId(),
      task,
      parts: parts.map(({ level, part, who }) => ({ level: position(level), part, who })).filter(({ level }) => level > 0),
    })),
    // Two of the same kind and name in a file may be one of ours.
    strategies: [...new Set((draft.strategies ?? []).flatMap(({ id, whole }) => (whole ? (strategyIds.get(id) ?? []) : [])))],
    statements: Object.fromEntries(statements),
  };
}

/** Units are other ones in another organisation: their names are kept. */
function coverFrom({ scopeUnits = [], ...about }: DraftAbout): Cover {
  return { ...EMPTY_COVER, ...about, scopeUnits: scopeUnits.map((name) => ({ id: newId(), name })) };
}

/** Does a file say anything beside its words? */
export function saysMore(draft: FrameworkDraft): boolean {
  const { about, coreTasks, levelRules, duties, strategies, visual, steps, origins } = draft;
  const parts = [about, coreTasks, levelRules, duties, strategies, visual, steps, origins];
  return parts.some((part) => part !== undefined) || draft.elements.some((one) => one.addressees ?? one.weights ?? one.values);
}
