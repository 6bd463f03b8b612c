import { sql } from 'kysely';
import { found, Problem } from '#base/errors.ts';
import { isId } from '#base/ids.ts';
import { m } from '#base/text.ts';
import { inTenant, organisationOf, type Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { record } from '#rooms/trail/write.server.ts';
import { lockDraft } from '../draft/lock/write.server.ts';
import { readManuscript } from '../draft/read.server.ts';
import { removeElement } from '../draft/removals/rules.ts';
import { addElement, editElement } from '../draft/rules.ts';
import { saveDraft } from '../draft/saves/write.server.ts';
import type { Deed } from '../draft/saves/schema.ts';
import type { Manuscript } from '../draft/schema.ts';
import { addOrigins } from '../origins/write.server.ts';
import { mayEditFrameworks } from '../policy.ts';
import type { Visitor } from '../proof.server.ts';
import type { Statement } from '../schema.ts';
import { lockFramework } from '../steps/write.server.ts';
import { createFromDraft } from '../write.server.ts';
import { forkOf, knownStatements, openDraft, sourceDesk, sourceWording, untouchedFork } from './read.server.ts';
import { draftOf } from './rules.ts';
import type { KnownStatement, SourceChange, SourceWording } from './schema.ts';

/**
 * Makes a draft of one's own of what another organisation has made public, statement by statement, with the source noted. Asked for
 * twice before anybody has worked on it, it is made once.
 */
export async function forkFramework(
  member: Member,
  source: { visitor: Visitor; address: string },
): Promise<{ frameworkId: string; versionId: string }> {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  const wording = found(await source.visitor.read((tx) => sourceWording(tx, source.address)));
  const from = source.visitor.organisation;
  return inTenant(member, async (tx) => {
    // A second click waits here, and is led to the copy the first one made.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`fork ${from.slug} ${source.address}`}, 0))`.execute(tx);
    const standing = await untouchedFork(tx, { slug: from.slug, address: source.address, stamp: wording.stamp });
    if (standing !== null) return standing;
    const organisation_id = await organisationOf(tx);
    const draft = draftOf(wording, member.organisation.name);
    const made = await createFromDraft(tx, draft, { publish: false, sourceName: `${from.name}: ${wording.title}` });
    await tx
      .insertInto('framework_forks')
      .values({
        organisation_id,
        framework_id: made.frameworkId,
        source_slug: from.slug,
        source_name: from.name,
        source_address: source.address,
        source_title: wording.title,
        source_stamp: wording.stamp,
        taken_by_name: member.name,
      })
      .execute();
    for (const statement of wording.statements)
      await know(tx, made.frameworkId, statement, made.statementIds.get(statement.slug) ?? null);
    const name = [`${from.name}: ${wording.title}`, wording.stamp].filter((part) => part !== '').join(' – ');
    const origins = [...made.statementIds.values()].map((statementId) => ({
      statementId,
      kind: 'forked' as const,
      from: { versionId: null, statementId: null, name },
    }));
    await addOrigins(tx, made.versionId, origins);
    await note(tx, member, 'framework.forked', { id: made.frameworkId, name: wording.title });
    return { frameworkId: made.frameworkId, versionId: made.versionId };
  });
}

/** Decides about one change at the source: takes it into the open draft, or keeps what stands here. Either way it has been seen. A source that is gone
 * or no longer public is told as such. */
export async function followSource(
  member: Member,
  visitor: Visitor | null,
  frameworkId: string,
  input: { statement: string; take: boolean },
): Promise<void> {
  if (!mayEditFrameworks(member) || !isId(frameworkId)) throw new Problem('not_found');
  const fork = found(await member.read((tx) => forkOf(tx, frameworkId)));
  if (visitor !== null && fork.slug !== visitor.organisation.slug) throw new Problem('not_found');
  const wording = (await visitor?.read((tx) => sourceWording(tx, fork.address))) ?? null;
  if (wording === null) throw new Problem('conflict', m.hierarchy_problem_not_public());
  await inTenant(member, async (tx) => {
    await lockFramework(tx, frameworkId);
    const desk = found(await sourceDesk(tx, frameworkId, wording));
    const change = desk.changes.find((one) => one.sourceStatementId === input.statement);
    if (change === undefined) throw new Problem('conflict', m.hierarchy_problem_decided());
    const taken = input.take ? await take(tx, member, frameworkId, change, wording) : undefined;
    await settle(tx, frameworkId, change, wording, taken);
    await note(tx, member, 'framework.source_followed', { id: frameworkId, name: change.name });
  });
}

/** Changes the draft as the source has changed. Gives the id of the statement that came of it. */
async function take(
  tx: Tx,
  member: Member,
  frameworkId: string,
  change: SourceChange,
  wording: SourceWording,
): Promise<string | null> {
  const open = await openDraft(tx, frameworkId);
  if (open === null) throw new Problem('conflict', m.hierarchy_problem_no_draft());
  const head = found(await lockDraft(tx, open.versionId));
  const before = await readManuscript(tx, open.versionId);
  const done = changed(before, change, wording, { known: await knownStatements(tx, frameworkId), revision: head.revision + 1 });
  if (done === null) throw new Problem('conflict', m.hierarchy_problem_ours_gone());
  const draft = { head, personId: member.personId, name: member.name };
  await saveDraft(tx, draft, before, done.manuscript, { what: done.what, name: change.name });
  return done.statementId;
}

type Done = { manuscript: Manuscript; what: Deed; statementId: string | null };

function changed(
  before: Manuscript,
  change: SourceChange,
  wording: SourceWording,
  { known, revision }: { known: readonly KnownStatement[]; revision: number },
): Done | null {
  const ours = before.elements.find((element) => element.statementId === change.ours?.statementId);
  if (change.now === null) {
    const gone = ours === undefined ? null : removeElement(before, ours.id);
    return gone === null ? null : { manuscript: gone.manuscript, what: 'remove', statementId: null };
  }
  if (change.change === 'changed') {
    if (ours === undefined) return null;
    const fields = { kind: ours.kind, level: ours.level, title: change.now.title, text: change.now.text };
    return { manuscript: editElement(before, ours.id, fields, revision), what: 'edit', statementId: ours.statementId };
  }
  const source = wording.statements.find((statement) => statement.statementId === change.sourceStatementId);
  if (source === undefined) return null;
  const parent = parentHere(before, source, wording.statements, known);
  const fields = { kind: source.kind, level: null, title: source.title, text: source.text };
  const added = addElement(before, fields, { parent }, revision);
  const statementId = added.manuscript.elements.find((element) => element.id === added.id)?.statementId ?? null;
  return { manuscript: added.manuscript, what: 'add', statementId };
}

/** Our element that came of the one above it at the source; the top where there is none. */
function parentHere(
  before: Manuscript,
  source: Statement,
  all: readonly Statement[],
  known: readonly KnownStatement[],
): string | null {
  const above = all.find((statement) => statement.elementId === source.parentId);
  const ours = known.find((statement) => statement.sourceStatementId === above?.statementId)?.statementId;
  return before.elements.find((element) => element.statementId === ours)?.id ?? null;
}

async function settle(
  tx: Tx,
  frameworkId: string,
  change: SourceChange,
  wording: SourceWording,
  taken: string | null | undefined,
): Promise<void> {
  const source = wording.statements.find((statement) => statement.statementId === change.sourceStatementId);
  if (source === undefined) {
    await tx
      .deleteFrom('framework_fork_statements')
      .where('framework_id', '=', frameworkId)
      .where('source_statement_id', '=', change.sourceStatementId)
      .execute();
    return;
  }
  await know(tx, frameworkId, source, taken ?? change.ours?.statementId ?? null);
}

async function know(tx: Tx, frameworkId: string, source: Statement, statementId: string | null): Promise<void> {
  const words = { statement_id: statementId, title: source.title, text: source.text };
  await tx
    .insertInto('framework_fork_statements')
    .values({
      organisation_id: await organisationOf(tx),
      framework_id: frameworkId,
      source_statement_id: source.statementId,
      ...words,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'framework_id', 'source_statement_id']).doUpdateSet(words))
    .execute();
}

function note(
  tx: Tx,
  member: Member,
  action: 'framework.forked' | 'framework.source_followed',
  object: { id: string; name: string },
): Promise<void> {
  return record(tx, { personId: member.personId, name: member.name }, { action, object: { kind: 'framework', ...object } });
}
