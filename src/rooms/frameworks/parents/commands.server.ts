import { found, Problem } from '#base/errors.ts';
import { isId } from '#base/ids.ts';
import { m } from '#base/text.ts';
import { inTenant, organisationOf, type Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { record } from '#rooms/trail/write.server.ts';
import { mayEditFrameworks } from '../policy.ts';
import { lockFramework } from '../steps/write.server.ts';
import { familyOf, kinshipsOf } from './read.server.ts';
import { mayStandUnder } from './rules.ts';
import type { Above, Family } from './schema.ts';

type Link = { parentId: string; statementId: string; parentStatementId: string };

/** Puts a framework under another. Neither changes; the one below says which statements above it carries out. */
export async function putUnderParent(member: Member, frameworkId: string, parentId: string): Promise<void> {
  await arrange(member, frameworkId, async (tx, family) => {
    await lockFramework(tx, parentId);
    if (family.above.some((above) => above.frameworkId === parentId)) return;
    if (!mayStandUnder(await kinshipsOf(tx), frameworkId, parentId))
      throw new Problem('invalid', '', { parent: m.hierarchy_problem_ring() });
    if (!family.candidates.some((candidate) => candidate.frameworkId === parentId)) throw new Problem('not_found');
    await tx
      .insertInto('framework_parents')
      .values({
        organisation_id: await organisationOf(tx),
        framework_id: frameworkId,
        parent_id: parentId,
        set_by_name: member.name,
      })
      .execute();
  });
}

/** Takes a framework from under another, with what its statements said of the ones above. */
export async function takeFromParent(member: Member, frameworkId: string, parentId: string): Promise<void> {
  await arrange(member, frameworkId, async (tx, family) => {
    aboveIn(family, parentId);
    await tx.deleteFrom('framework_parents').where('framework_id', '=', frameworkId).where('parent_id', '=', parentId).execute();
  });
}

/** Says that a statement carries out one above it, as that one reads now. Said again, it has been seen as it reads now. */
export async function supportStatement(member: Member, frameworkId: string, link: Link): Promise<void> {
  await arrange(member, frameworkId, async (tx, family) => {
    const above = aboveIn(family, link.parentId);
    if (!family.statements.some((statement) => statement.statementId === link.statementId))
      throw new Problem('invalid', '', { statement: m.hierarchy_problem_choose() });
    if (!above.statements.some((statement) => statement.statementId === link.parentStatementId))
      throw new Problem('invalid', '', { above: m.hierarchy_problem_choose() });
    const seen = { seen_version_id: above.head?.versionId ?? null };
    await tx
      .insertInto('framework_supports')
      .values({
        organisation_id: await organisationOf(tx),
        framework_id: frameworkId,
        statement_id: link.statementId,
        parent_id: link.parentId,
        parent_statement_id: link.parentStatementId,
        ...seen,
      })
      .onConflict((conflict) =>
        conflict.columns(['organisation_id', 'framework_id', 'statement_id', 'parent_statement_id']).doUpdateSet(seen),
      )
      .execute();
  });
}

/** Takes that back. */
export async function unsupportStatement(member: Member, frameworkId: string, link: Link): Promise<void> {
  await arrange(member, frameworkId, async (tx) => {
    await tx
      .deleteFrom('framework_supports')
      .where('framework_id', '=', frameworkId)
      .where('statement_id', '=', link.statementId)
      .where('parent_statement_id', '=', link.parentStatementId)
      .execute();
  });
}

function aboveIn(family: Family, parentId: string): Above {
  return found(family.above.find((above) => above.frameworkId === parentId));
}

async function arrange(member: Member, frameworkId: string, work: (tx: Tx, family: Family) => Promise<void>): Promise<void> {
  if (!mayEditFrameworks(member) || !isId(frameworkId)) throw new Problem('not_found');
  await inTenant(member, async (tx) => {
    await lockFramework(tx, frameworkId);
    const family = found(await familyOf(tx, frameworkId, { drafts: true }));
    await work(tx, family);
    await record(
      tx,
      { personId: member.personId, name: member.name },
      { action: 'framework.parents_changed', object: { kind: 'framework', id: frameworkId, name: family.title } },
    );
  });
}
