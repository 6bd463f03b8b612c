import { isId } from '#base/ids.ts';
import type { Tx } from '#database/tenant.ts';
import { shortName } from '../draft/removals/rules.ts';
import { wordsOf } from '../origins/rules.ts';
import { statementsOf } from '../read.server.ts';
import type { Statement, VersionHead } from '../schema.ts';
import { latestPublished, versionsOf } from '../versions/read.server.ts';
import { mayStandUnder, type Kinship } from './rules.ts';
import type { Above, Below, Family, Support } from './schema.ts';

/** Which framework of the organisation stands under which. */
export async function kinshipsOf(tx: Tx): Promise<Kinship[]> {
  const rows = await tx.selectFrom('framework_parents').select(['framework_id', 'parent_id']).orderBy('set_at').execute();
  return rows.map((row) => ({ frameworkId: row.framework_id, parentId: row.parent_id }));
}

/** A framework with what stands above and below it; null when the reader may not see it. Drafts only for those who write them. */
export async function familyOf(tx: Tx, frameworkId: string, { drafts }: { drafts: boolean }): Promise<Family | null> {
  const own = await readableVersion(tx, frameworkId, drafts);
  if (own === null) return null;
  const titles = new Map((await tx.selectFrom('frameworks').select(['id', 'title']).execute()).map((row) => [row.id, row.title]));
  const kinships = await kinshipsOf(tx);
  const statements = await statementsOf(tx, own.versionId);
  const above: Above[] = [];
  for (const { parentId } of kinships.filter((kinship) => kinship.frameworkId === frameworkId))
    above.push(await aboveOf(tx, frameworkId, { frameworkId: parentId, title: titles.get(parentId) ?? '' }, statements));
  const counts = await supportCounts(tx, frameworkId);
  const readable = new Map<string, string>();
  for (const [id, title] of titles) if ((await readableVersion(tx, id, drafts)) !== null) readable.set(id, title);
  const below = kinships
    .filter((kinship) => kinship.parentId === frameworkId && readable.has(kinship.frameworkId))
    .map(({ frameworkId: id }): Below => ({ frameworkId: id, title: titles.get(id) ?? '', supports: counts.get(id) ?? 0 }));
  const known = new Set(above.map((one) => one.frameworkId));
  const candidates = [...readable]
    .filter(([id]) => !known.has(id) && mayStandUnder(kinships, frameworkId, id))
    .map(([id, title]) => ({ frameworkId: id, title }));
  return { frameworkId, title: own.title, statements, above, below, candidates };
}

/** What statements of a version carry out above it, by statement: for reading pages. */
export async function aboveStatements(
  tx: Tx,
  frameworkId: string,
): Promise<Map<string, { frameworkId: string; versionId: string; statementId: string; name: string; framework: string }[]>> {
  const family = await familyOf(tx, frameworkId, { drafts: false });
  const rows = (family?.above ?? []).flatMap((above) =>
    above.supports.flatMap(({ statement, above: upper, state }) =>
      state === 'gone' || above.head === null
        ? []
        : [
            {
              of: statement.statementId,
              frameworkId: above.frameworkId,
              versionId: above.head.versionId,
              statementId: upper.statementId,
              name: upper.name,
              framework: above.title,
            },
          ],
    ),
  );
  return Map.groupBy(rows, (row) => row.of);
}

async function aboveOf(
  tx: Tx,
  frameworkId: string,
  parent: { frameworkId: string; title: string },
  statements: readonly Statement[],
): Promise<Above> {
  const head = await latestPublished(tx, parent.frameworkId);
  const upper = head === null ? [] : await statementsOf(tx, head.versionId);
  const rows = await tx
    .selectFrom('framework_supports as s')
    .leftJoin('framework_elements as e', (join) =>
      join
        .onRef('e.organisation_id', '=', 's.organisation_id')
        .onRef('e.version_id', '=', 's.seen_version_id')
        .onRef('e.statement_id', '=', 's.parent_statement_id'),
    )
    .select(['s.statement_id', 's.parent_statement_id', 'e.id as seen', 'e.title', 'e.text'])
    .where('s.framework_id', '=', frameworkId)
    .where('s.parent_id', '=', parent.frameworkId)
    .execute();
  const now = new Map(upper.map((statement) => [statement.statementId, statement]));
  const order = new Map(statements.map((statement, at) => [statement.statementId, { statement, at }]));
  const supports = rows.flatMap((row): (Support & { at: number })[] => {
    const own = order.get(row.statement_id);
    if (own === undefined) return [];
    const today = now.get(row.parent_statement_id);
    const then = { title: row.title, text: row.text };
    const state = today === undefined ? 'gone' : row.seen === null || wordsOf(then) !== wordsOf(today) ? 'changed' : 'standing';
    const name = shortName(today ?? then);
    return [{ statement: own.statement, above: { statementId: row.parent_statement_id, name }, state, at: own.at }];
  });
  return {
    ...parent,
    title: head?.title ?? parent.title,
    head,
    statements: upper,
    supports: supports.sort((a, b) => a.at - b.at).map(({ at: _at, ...support }) => support),
  };
}

async function supportCounts(tx: Tx, parentId: string): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('framework_supports')
    .select((eb) => ['framework_id', eb.fn.countAll<number>().as('supports')])
    .where('parent_id', '=', parentId)
    .groupBy('framework_id')
    .execute();
  return new Map(rows.map((row) => [row.framework_id, Number(row.supports)]));
}

/** What holds today, or for those who write, the draft where nothing is published yet. */
async function readableVersion(tx: Tx, frameworkId: string, drafts: boolean): Promise<VersionHead | null> {
  if (!isId(frameworkId)) return null;
  return (await latestPublished(tx, frameworkId)) ?? (drafts ? ((await versionsOf(tx, frameworkId)).at(-1) ?? null) : null);
}
