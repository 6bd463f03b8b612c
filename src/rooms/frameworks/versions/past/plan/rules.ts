import type { Body, BodyInput } from '../../../bodies/schema.ts';
import { isDraft } from '../../../rules.ts';
import type { VersionHead } from '../../../schema.ts';
import { brokenOrder } from '../../../steps/rules.ts';
import { RIGHT_FOR, type Step } from '../../../steps/schema.ts';
import type { PastHistory, PastProblem, PastStep, PastVersion } from '../schema.ts';

/** A version of the history: one that is there, or one to be made as much older than the first as `older` says (1 = the one before). */
export type PlannedVersion = {
  version: number;
  known: VersionHead | null;
  older: number;
  about: PastVersion | null;
  steps: PastStep[];
};
export type Plan = {
  versions: PlannedVersion[];
  /** Bodies that are not there yet, with the rights that their steps show. */
  bodies: BodyInput[];
  /** Steps that stand there already; they are not written twice. */
  repeated: number;
  problems: PastProblem[];
};

/**
 * What writing a history down would do: the highest version in it is the newest version of the framework, and those that are missing
 * before it are made. `today` as 2026-11-30.
 */
export function planOf(
  history: PastHistory,
  versions: readonly VersionHead[],
  steps: ReadonlyMap<string, readonly Step[]>,
  bodies: readonly Body[],
  today: string,
): Plan {
  const numbers = [...new Set([...history.steps, ...history.versions].map(({ version }) => version))].sort((a, b) => a - b);
  const highest = numbers.at(-1) ?? 1;
  const lowest = numbers[0] ?? 1;
  const all = Array.from({ length: highest - lowest + 1 }, (_, index) => lowest + index);
  let repeated = 0;
  const planned = all.map((version): PlannedVersion => {
    const place = versions.length - 1 - (highest - version);
    const known = versions[place] ?? null;
    const own = history.steps.filter((step) => step.version === version);
    const left = own.filter((step) => known === null || !stands(step, steps.get(known.versionId) ?? []));
    repeated += own.length - left.length;
    const about = history.versions.find((one) => one.version === version) ?? null;
    return { version, known, older: Math.max(0, -place), about, steps: left };
  });
  const problems = [
    ...planned.flatMap((one) => problemsOf(one, one.known === null ? [] : (steps.get(one.known.versionId) ?? []), today)),
    ...planned.flatMap((one) => one.steps.flatMap((step) => problemOfBody(step, bodies))),
  ];
  const sorted = problems.sort((a, b) => a.line - b.line);
  return { versions: planned, bodies: newBodies(planned, bodies), repeated, problems: sorted };
}

function stands(step: PastStep, known: readonly Step[]): boolean {
  return known.some(
    (one) =>
      one.kind === step.kind &&
      one.beganOn === step.began.first &&
      one.title === step.title &&
      (one.body?.name ?? '').toLowerCase() === step.body.toLowerCase(),
  );
}

function problemsOf(planned: PlannedVersion, known: readonly Step[], today: string): PastProblem[] {
  const { steps, known: head } = planned;
  const future = steps.find((step) => step.began.first > today);
  if (future !== undefined) return [{ line: future.line, why: 'future', detail: '' }];
  const published = steps.find((step) => step.kind === 'published');
  if (published !== undefined && head !== null && isDraft(head))
    return [{ line: published.line, why: 'unpublished', detail: '' }];
  const standing = known.find((step) => step.kind === 'published');
  if (published !== undefined && standing !== undefined)
    return [{ line: published.line, why: 'published', detail: standing.beganOn }];
  const broken = brokenOrder([...known, ...steps.map(datedOf)]);
  const line = steps.find((step) => step.kind === broken?.next)?.line ?? steps[0]?.line ?? 1;
  return broken === null ? [] : [{ line, why: 'order', detail: `${broken.after} ${broken.next}` }];
}

export function datedOf(step: PastStep): { kind: Step['kind']; beganOn: string; endedOn: string | null } {
  return { kind: step.kind, beganOn: step.began.first, endedOn: step.ended?.last ?? null };
}

function problemOfBody(step: PastStep, bodies: readonly Body[]): PastProblem[] {
  const right = RIGHT_FOR[step.kind];
  const body = named(bodies, step.body);
  if (right === undefined || body === undefined || body.rights.includes(right)) return [];
  return [{ line: step.line, why: 'right', detail: body.name }];
}

function newBodies(planned: readonly PlannedVersion[], bodies: readonly Body[]): BodyInput[] {
  const made: BodyInput[] = [];
  for (const step of planned.flatMap((one) => one.steps)) {
    if (step.body === '' || named(bodies, step.body) !== undefined) continue;
    let body = named(made, step.body);
    if (body === undefined) {
      body = { name: step.body, kind: step.bodyKind ?? 'other', rights: [] };
      made.push(body);
    }
    const right = RIGHT_FOR[step.kind];
    if (right !== undefined && !body.rights.includes(right)) body.rights.push(right);
  }
  return made;
}

function named<T extends { name: string }>(bodies: readonly T[], name: string): T | undefined {
  return bodies.find((body) => body.name.toLowerCase() === name.toLowerCase());
}
