import type { Statement, VersionHead } from '../schema.ts';

/** A statement here that carries out one above it, and what became of that one since somebody last looked. */
export type Support = {
  statement: Statement;
  above: { statementId: string; name: string };
  /** `changed`: other words now than when it was seen; `gone`: no longer in the framework above. */
  state: 'standing' | 'changed' | 'gone';
};

/** A framework above, as it holds today; without a published version there is nothing to lean on yet. */
export type Above = {
  frameworkId: string;
  title: string;
  head: VersionHead | null;
  statements: Statement[];
  supports: Support[];
};

/** A framework below, and how many of its statements lean on something here. */
export type Below = { frameworkId: string; title: string; supports: number };

export type Family = {
  frameworkId: string;
  title: string;
  statements: Statement[];
  above: Above[];
  below: Below[];
  /** Frameworks that could stand above: none that stands below, and not this one. */
  candidates: { frameworkId: string; title: string }[];
};
