import { sql } from 'kysely';
import { found, Problem } from '#base/errors.ts';
import { isId, newId } from '#base/ids.ts';
import { m } from '#base/text.ts';
import { now } from '#base/time.ts';
import { inTenant, organisationOf, type Tx } from '#database/tenant.ts';
import type { FrameworkDraft } from '#importing/open-format.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { record } from '#rooms/trail/write.server.ts';
import { lockDraft } from '../draft/lock/write.server.ts';
import { readManuscript } from '../draft/read.server.ts';
import { saveDraft } from '../draft/saves/write.server.ts';
import { draftOf } from '../forks/rules.ts';
import { addOrigins } from '../origins/write.server.ts';
import { mayEditFrameworks } from '../policy.ts';
import { kindNamesOf, levelsOf, statementsOf, versionHead } from '../read.server.ts';
import type { Statement, VersionHead } from '../schema.ts';
import { createFromDraft } from '../write.server.ts';
import { mergePairs, untouchedMerge } from './read.server.ts';
import { decidedPair, pairsOf } from './rules.ts';
import type { MergeInput, PairInput } from './schema.ts';

type Side = { head: VersionHead; name: string; statements: Statement[]; levels: string[]; kinds: FrameworkDraft['kinds'] };

/**
 * Puts two frameworks together as a new draft: all of the first, then all of the second, with pairs to decide about. Asked for twice
 * before anybody has worked on it, it is made once.
 */
export async function mergeFrameworks(member: Member, input: MergeInput): Promise<{ frameworkId: string; versionId: string }> {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  if (input.first === input.second) throw new Problem('invalid', '', { second: m.hierarchy_problem_same() });
  return inTenant(member, async (tx) => {
    // A second click waits here, and is led to the draft the first one made.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`merge ${input.first} ${input.second}`}, 0))`.execute(tx);
    const standing = await untouchedMerge(tx, input);
    if (standing !== null) return standing;
    const first = await sideOf(tx, input.first);
    const other = await sideOf(tx, input.second);
    // Two of the same name must still be told apart in what statements say of where they come from.
    const second = other.name === first.name ? { ...other, name: `${other.name} (2)` } : other;
    const made = await createFromDraft(tx, together(member, input.title, first, second), { publish: false });
    const idOf = (mark: 'a' | 'b', statement: Statement) => made.statementIds.get(`${mark}/${statement.slug}`) ?? '';
    const names = { first: first.name, second: second.name };
    await addOrigins(tx, made.versionId, [
      ...first.statements.map((statement) => origin(idOf('a', statement), first, statement)),
      ...second.statements.map((statement) => origin(idOf('b', statement), second, statement)),
    ]);
    await insertMerge(tx, member, made.versionId, { first, second, names });
    const pairs = pairsOf(
      first.statements.map((statement) => ({ ...statement, statementId: idOf('a', statement) })),
      second.statements.map((statement) => ({ ...statement, statementId: idOf('b', statement) })),
    );
    await insertPairs(tx, made.versionId, pairs);
    await note(tx, member, 'framework.merged', { id: made.versionId, name: input.title });
    return { frameworkId: made.frameworkId, versionId: made.versionId };
  });
}

/** Decides about two statements that seem to say the same. */
export async function decidePair(member: Member, versionId: string, input: PairInput): Promise<void> {
  if (!mayEditFrameworks(member) || !isId(input.pair)) throw new Problem('not_found');
  if (input.decision === 'joined' && input.title === null && input.text === null)
    throw new Problem('invalid', '', { [`text-${input.pair}`]: m.hierarchy_problem_words() });
  await inTenant(member, async (tx) => {
    const head = found(await lockDraft(tx, versionId));
    const pair = found((await mergePairs(tx, versionId)).find((one) => one.id === input.pair));
    if (pair.decision !== null) throw new Problem('conflict', m.hierarchy_problem_decided());
    const before = await readManuscript(tx, versionId);
    const after = decidedPair(before, pair, input.decision, input, head.revision + 1);
    if (after === null) throw new Problem('conflict', m.hierarchy_problem_pair_gone());
    const statements = await statementsOf(tx, versionId);
    const first = statements.find((statement) => statement.statementId === pair.firstId);
    const second = statements.find((statement) => statement.statementId === pair.secondId);
    // Common words that somebody has written are not thrown away because another choice was ticked.
    const written = input.title !== (first?.title?.trim() || null) || input.text !== (first?.text?.trim() || null);
    if (input.decision !== 'joined' && written && (input.title !== null || input.text !== null))
      throw new Problem('invalid', m.hierarchy_problem_written());
    const name = second?.title ?? '';
    const draft = { head, personId: member.personId, name: member.name };
    await saveDraft(tx, draft, before, after, { what: 'join', name });
    if (input.decision !== 'both') await inherit(tx, versionId, pair);
    await tx
      .updateTable('framework_merge_pairs')
      .set({ decision: input.decision, decided_by_name: member.name, decided_at: now() })
      .where('version_id', '=', versionId)
      .where('id', '=', pair.id)
      .execute();
    await note(tx, member, 'framework.pair_decided', { id: versionId, name });
  });
}

/** The statement that is left comes from both. */
async function inherit(tx: Tx, versionId: string, pair: { firstId: string; secondId: string }): Promise<void> {
  await tx
    .updateTable('framework_origins')
    .set({ kind: 'merged' })
    .where('version_id', '=', versionId)
    .where('statement_id', '=', pair.firstId)
    .execute();
  const rows = await tx
    .selectFrom('framework_origins')
    .select(['from_version_id', 'from_statement_id', 'from_name'])
    .where('version_id', '=', versionId)
    .where('statement_id', '=', pair.secondId)
    .execute();
  await addOrigins(
    tx,
    versionId,
    rows.map((row) => ({
      statementId: pair.firstId,
      kind: 'merged' as const,
      from: { versionId: row.from_version_id, statementId: row.from_statement_id, name: row.from_name },
    })),
  );
}

async function sideOf(tx: Tx, versionId: string): Promise<Side> {
  const head = found(await versionHead(tx, versionId));
  const levels = (await levelsOf(tx, versionId)).map((level) => level.name);
  const name = [head.title, head.issuedBy].filter((part) => part !== '').join(' – ');
  return { head, name, statements: await statementsOf(tx, versionId), levels, kinds: await kindNamesOf(tx, versionId) };
}

/** Both as one document of the open format, each under its own mark so that no two names meet; levels and names of the first win. */
function together(member: Member, title: string, first: Side, second: Side): FrameworkDraft {
  const part = (side: Side, mark: 'a' | 'b') => {
    const draft = draftOf({ ...side, title, stamp: '' }, member.organisation.name);
    const named = (id: string) => `${mark}/${id}`;
    return {
      text: draft.text,
      elements: draft.elements.map((element) => ({
        ...element,
        id: named(element.id),
        parent: element.parent === null ? null : named(element.parent),
      })),
    };
  };
  const [a, b] = [part(first, 'a'), part(second, 'b')];
  const shift = a.text === '' ? 0 : a.text.split('\n').length;
  const draft = draftOf({ title, stamp: '', levels: [], kinds: {}, statements: [] }, member.organisation.name);
  return {
    ...draft,
    levels: [...new Set([...first.levels, ...second.levels])],
    kinds: { ...second.kinds, ...first.kinds },
    elements: [
      ...a.elements,
      ...b.elements.map((element) => {
        const [from, to] = element.source.lines;
        return { ...element, source: { ...element.source, lines: [from + shift, to + shift] as [number, number] } };
      }),
    ],
    text: [a.text, b.text].filter((text) => text !== '').join('\n'),
  };
}

function origin(statementId: string, side: Side, statement: Statement) {
  const from = { versionId: side.head.versionId, statementId: statement.statementId, name: side.name };
  return { statementId, kind: 'same' as const, from };
}

async function insertMerge(
  tx: Tx,
  member: Member,
  versionId: string,
  { first, second, names }: { first: Side; second: Side; names: { first: string; second: string } },
): Promise<void> {
  await tx
    .insertInto('framework_merges')
    .values({
      organisation_id: await organisationOf(tx),
      version_id: versionId,
      first_version_id: first.head.versionId,
      second_version_id: second.head.versionId,
      first_name: names.first,
      second_name: names.second,
      made_by_name: member.name,
    })
    .execute();
}

async function insertPairs(tx: Tx, versionId: string, pairs: ReturnType<typeof pairsOf>): Promise<void> {
  const organisation = await organisationOf(tx);
  const rows = pairs.map((pair) => ({
    organisation_id: organisation,
    version_id: versionId,
    id: newId(),
    first_statement_id: pair.firstId,
    second_statement_id: pair.secondId,
    alike: pair.alike,
  }));
  for (let start = 0; start < rows.length; start += 1000)
    await tx
      .insertInto('framework_merge_pairs')
      .values(rows.slice(start, start + 1000))
      .execute();
}

function note(
  tx: Tx,
  member: Member,
  action: 'framework.merged' | 'framework.pair_decided',
  object: { id: string; name: string },
): Promise<void> {
  const actor = { personId: member.personId, name: member.name };
  return record(tx, actor, { action, object: { kind: 'framework_version', ...object } });
}
