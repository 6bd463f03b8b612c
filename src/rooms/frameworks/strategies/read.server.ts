import { sql } from 'kysely';
import { isId } from '#base/ids.ts';
import type { Tx } from '#database/tenant.ts';
import { frameworkList, publishedVersions } from '../read.server.ts';
import { seenMark } from '../attributes/seen/rules.ts';
import { hasEnded, newestPublished } from './rules.ts';
import type { Strategy, StrategyKind } from './schema.ts';

const COLUMNS = ['s.id', 's.kind', 's.name', 's.link', 's.about', 's.begins', 's.ends'] as const;
type Row = { id: string; kind: string; name: string; link: string; about: string; begins: string | null; ends: string | null };

/** The organisation's strategies, visions, policies and scales, by name. */
export async function strategiesOf(tx: Tx): Promise<Strategy[]> {
  const rows = await tx
    .selectFrom('strategies as s')
    .select(COLUMNS)
    .orderBy(sql`s.name collate "da-x-icu"`)
    .orderBy('s.id')
    .execute();
  return rows.map(present);
}

/** One of them; null when there is none with this id. */
export async function strategyOf(tx: Tx, id: string): Promise<Strategy | null> {
  if (!isId(id)) return null;
  const row = await tx.selectFrom('strategies as s').select(COLUMNS).where('s.id', '=', id).executeTakeFirst();
  return row === undefined ? null : present(row);
}

/** What a version builds on, with the statements that say so; `whole` when the version as a whole does. */
export async function strategiesOfVersion(
  tx: Tx,
  versionId: string,
): Promise<(Strategy & { whole: boolean; statements: string[] })[]> {
  if (!isId(versionId)) return [];
  const links = (await readLinks(tx)).filter((link) => link.versionId === versionId);
  return (await strategiesOf(tx)).flatMap((strategy) => {
    const own = links.filter((link) => link.strategyId === strategy.id);
    if (own.length === 0) return [];
    const statements = own.flatMap((link) => (link.statementId === null ? [] : [link.statementId]));
    return [{ ...strategy, whole: own.some((link) => link.statementId === null), statements }];
  });
}

export type StrategyUse = {
  strategyId: string;
  frameworkId: string;
  versionId: string;
  title: string;
  number: number;
  publishedAt: Date | null;
  whole: boolean;
  statements: number;
};

/** Which versions build on which strategy. Drafts only for those who write them. */
export async function strategyUses(tx: Tx, { drafts }: { drafts: boolean }): Promise<StrategyUse[]> {
  const versions = (await frameworkList(tx, { drafts })).flatMap(({ frameworkId, versions: all }) =>
    all.map(({ versionId, title, number, publishedAt }) => ({ frameworkId, versionId, title, number, publishedAt })),
  );
  const links = await readLinks(tx);
  return versions.flatMap((version) => {
    const own = Map.groupBy(
      links.filter((link) => link.versionId === version.versionId),
      (link) => link.strategyId,
    );
    return [...own].map(([strategyId, same]) => ({
      ...version,
      strategyId,
      whole: same.some((link) => link.statementId === null),
      statements: same.filter((link) => link.statementId !== null).length,
    }));
  });
}

/** One strategy with the mark a form is read with, and the versions that build on it; null when it is not there. */
export async function readStrategyEditor(
  tx: Tx,
  id: string,
): Promise<{ strategy: Strategy; seen: string; uses: StrategyUse[] } | null> {
  const strategy = await strategyOf(tx, id);
  if (strategy === null) return null;
  const uses = (await strategyUses(tx, { drafts: true })).filter((use) => use.strategyId === id);
  return { strategy, seen: seenMark(strategy), uses };
}

export type Expired = { frameworkId: string; versionId: string; title: string; strategy: Strategy };

/** Strategies that have ended while the newest published version of a framework still builds on them. `today` as 2029-12-31. */
export async function expiredStrategies(tx: Tx, today: string): Promise<Expired[]> {
  const ended = new Map((await strategiesOf(tx)).filter((one) => hasEnded(one, today)).map((one) => [one.id, one]));
  if (ended.size === 0) return [];
  const newest = new Set(newestPublished(await publishedVersions(tx)).map((version) => version.versionId));
  return (await strategyUses(tx, { drafts: false })).flatMap(({ frameworkId, versionId, title, strategyId }) => {
    const strategy = ended.get(strategyId);
    return strategy === undefined || !newest.has(versionId) ? [] : [{ frameworkId, versionId, title, strategy }];
  });
}

/** What points to strategies: versions as a whole (no statement), and statements that are there. */
async function readLinks(tx: Tx) {
  const whole = await tx
    .selectFrom('framework_strategies')
    .select(['strategy_id as strategyId', 'version_id as versionId'])
    .execute();
  const parts = await tx
    .selectFrom('framework_strategy_statements as l')
    // The statement may have been taken out of the draft; what was said about it waits until it is put back.
    .innerJoin('framework_elements as e', (join) =>
      join
        .onRef('e.organisation_id', '=', 'l.organisation_id')
        .onRef('e.version_id', '=', 'l.version_id')
        .onRef('e.statement_id', '=', 'l.statement_id'),
    )
    .select(['l.strategy_id as strategyId', 'l.version_id as versionId', 'e.statement_id as statementId'])
    .execute();
  return [...whole.map((row) => ({ ...row, statementId: null })), ...parts];
}

function present(row: Row): Strategy {
  return { ...row, kind: row.kind as StrategyKind };
}
