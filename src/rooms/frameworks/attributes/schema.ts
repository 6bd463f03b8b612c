import type { StrategyKind } from '../strategies/schema.ts';

/** To whom a statement speaks. TRIO: leader, union representative and safety representative of a workplace. */
export const ADDRESSEES = ['organisation', 'leaders', 'employees', 'trio', 'citizens'] as const;
export type Addressee = (typeof ADDRESSEES)[number];

/** Is the framework binding for everybody it concerns, or there to inspire? '' when it does not say. */
export const BINDINGS = ['', 'governing', 'inspiring'] as const;
export type Binding = (typeof BINDINGS)[number];

/** What a level has to do with a task. */
export const DUTY_PARTS = ['decides', 'responsible', 'contributes', 'informed'] as const;
export type DutyPart = (typeof DUTY_PARTS)[number];

/** Why a version is there, for whom, how binding, who owns and wrote it, whom to ask. Names are kept as they were. */
export type Cover = {
  purposes: string[];
  scope: string;
  scopeUnits: { id: string; name: string }[];
  scopeLevels: { position: number; name: string }[];
  binding: Binding;
  owner: string;
  authors: string[];
  contactName: string;
  contactMail: string;
  input: string;
};
export const EMPTY_COVER: Cover = {
  purposes: [],
  scope: '',
  scopeUnits: [],
  scopeLevels: [],
  binding: '',
  owner: '',
  authors: [],
  contactName: '',
  contactMail: '',
  input: '',
};

export type CoreTask = { id: string; name: string };

/** Who belongs to a level: in words, and as levels of the organisation's data (`positions`). */
export type LevelRule = { level: number; definition: string; refersTo: string; transition: string; positions: number[] };

export type Duty = { id: string; task: string; parts: { level: number; part: DutyPart; who: string }[] };

/** 3 is special weight. The words are the organisation's own and may be ''. */
export type Weight = { level: number; weight: 1 | 2 | 3; words: string };

/** What is said about one statement: ids of core tasks and strategies, statement ids of values. */
export type StatementAttributes = {
  addressees: Addressee[];
  coreTasks: string[];
  values: string[];
  strategies: string[];
  weights: Weight[];
};
export const NO_ATTRIBUTES: StatementAttributes = { addressees: [], coreTasks: [], values: [], strategies: [], weights: [] };

/** Everything a version says beside its words, without its picture. `statements` holds only those of which something is said. */
export type Attributes = {
  cover: Cover;
  coreTasks: CoreTask[];
  levels: LevelRule[];
  duties: Duty[];
  /** The strategies that the version as a whole builds on. */
  strategies: string[];
  statements: Record<string, StatementAttributes>;
};

/** What is said about a statement, in names, as reading pages show it. */
export type Notes = {
  /** Its own addressees, or those of the nearest element above that has any. */
  addressees: Addressee[];
  /** Likewise. */
  coreTasks: string[];
  values: { statementId: string; name: string }[];
  strategies: { id: string; kind: StrategyKind; name: string; link: string; ended: boolean }[];
  weights: (Weight & { levelName: string })[];
};
