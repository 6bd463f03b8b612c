import { sql } from 'kysely';
import { daysAfter, localDate, now } from '#base/time.ts';
import { isId } from '#base/ids.ts';
import type { Tx } from '#database/tenant.ts';
import { countOfEmployees } from '#rooms/people/units/read.server.ts';
import { publishedVersions, statementsOf } from '../read.server.ts';
import { USE_KINDS } from '../schema.ts';
import { linkedUses } from '../usage/read.server.ts';
import type { Places } from '../usage/schema.ts';
import { concreteStatements, partsOf, usedIn, weeksUpTo } from './rules.ts';
import type { FrameworkHealth } from './schema.ts';

const WEEKS = 12;

/** How the framework's newest published version lives, as far as its own room can tell. Null when nothing of it is published. */
export async function frameworkHealth(tx: Tx, frameworkId: string, places: Places): Promise<FrameworkHealth | null> {
  const version = isId(frameworkId)
    ? (await publishedVersions(tx)).filter((one) => one.frameworkId === frameworkId).toSorted((a, b) => b.number - a.number)[0]
    : undefined;
  if (version === undefined) return null;
  const statements = await statementsOf(tx, version.versionId);
  const uses = await linkedUses(
    tx,
    statements.map((one) => one.statementId),
    places,
  );
  const concrete = concreteStatements(statements);
  const asked = usedIn(statements, uses, (use) => use.kind === 'question');
  const used = usedIn(statements, uses, () => true);
  const things = new Map(Object.values(uses).flatMap((some) => some.map((use) => [`${use.kind} ${use.usedId}`, use.kind])));
  const byKind = USE_KINDS.map((kind) => ({ kind, uses: [...things.values()].filter((one) => one === kind).length }));
  const weeks = weeksUpTo(now(), WEEKS, await countedDays(tx, frameworkId));
  return {
    title: version.title,
    frameworkId,
    versionId: version.versionId,
    known: {
      weeks,
      reads: weeks.reduce((sum, week) => sum + week.reads, 0),
      employees: await countOfEmployees(tx),
    },
    living: {
      statements: concrete.length,
      used: concrete.filter((one) => used.has(one.statementId)).length,
      byKind: byKind.filter((one) => one.uses > 0),
    },
    concrete: {
      statements: concrete.length,
      asked: concrete.filter((one) => asked.has(one.statementId)).length,
      parts: partsOf(statements, uses),
    },
  };
}

async function countedDays(tx: Tx, frameworkId: string): Promise<{ day: string; reads: number }[]> {
  const rows = await tx
    .selectFrom('framework_read_counts')
    .select([sql<string>`day::text`.as('day'), sql<number>`sum(reads)::int`.as('reads')])
    .where('framework_id', '=', frameworkId)
    .where('day', '>=', localDate(daysAfter(now(), -7 * WEEKS)))
    .groupBy('day')
    .execute();
  return rows;
}
