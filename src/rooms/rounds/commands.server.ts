import { found, Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { now } from '#base/time.ts';
import { inTenant, type Tx } from '#database/tenant.ts';
import { currentVersions } from '#rooms/frameworks/read.server.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { record } from '#rooms/trail/write.server.ts';
import { mayArrangeRounds } from './policy.ts';
import { roundQuestions } from './questions/read.server.ts';
import { removeQuestionRow } from './questions/write.server.ts';
import { roundFacts } from './read.server.ts';
import type { NewRoundInput, RoundFacts, SettingsInput } from './schema.ts';
import { createRound } from './write.server.ts';

/** Makes a round from a published version of a framework. */
export async function makeRound(member: Member, input: NewRoundInput): Promise<string> {
  return inTenant(member, async (tx) => {
    if (!mayArrangeRounds(member)) throw new Problem('not_found');
    const versions = await currentVersions(tx);
    if (!versions.some((version) => version.versionId === input.versionId))
      throw new Problem('invalid', '', { versionId: m.rounds_problem_version() });
    const id = await createRound(tx, { ...input, createdBy: member.personId });
    await record(tx, member, { action: 'round.made', object: { kind: 'round', id, name: input.title } });
    return id;
  });
}

/** Saves the rules and the information of a round that is not launched. Null for a closing that is not chosen yet. */
export async function saveSettings(member: Member, roundId: string, input: SettingsInput, closesAt: Date | null): Promise<void> {
  await inTenant(member, async (tx) => {
    const round = await lockDraft(tx, member, roundId);
    if (round.revision !== input.revision) throw new Problem('conflict');
    if (closesAt !== null && closesAt <= now()) throw new Problem('invalid', '', { closes: m.rounds_problem_past() });
    await tx
      .updateTable('rounds')
      .set({
        title: input.title,
        k: input.k,
        middle: input.middle,
        asks_superior: input.asksSuperior,
        superior_sees: input.superiorSees,
        hr_sees: input.hrSees,
        employees_see: input.employeesSee,
        purpose: input.purpose,
        legal_basis: input.legalBasis,
        contact: input.contact,
        recipients: input.recipients,
        retention: input.retention,
        categories: input.categories,
        med_hearing: input.medHearing,
        closes_at: closesAt,
        revision: round.revision + 1,
      })
      .where('id', '=', roundId)
      .execute();
    await record(tx, member, { action: 'round.saved', object: { kind: 'round', id: roundId, name: input.title } });
  });
}

/** Deletes a round that is not launched, with its questions. */
export async function deleteRound(member: Member, roundId: string): Promise<void> {
  await inTenant(member, async (tx) => {
    const round = await lockDraft(tx, member, roundId);
    for (const { code } of await roundQuestions(tx, roundId)) await removeQuestionRow(tx, roundId, code);
    await tx.deleteFrom('rounds').where('id', '=', roundId).execute();
    await record(tx, member, { action: 'round.deleted', object: { kind: 'round', id: roundId, name: round.title } });
  });
}

/** The round, held for a change; a launched one cannot be held, for the database refuses to change it. */
export async function lockDraft(tx: Tx, member: Member, roundId: string): Promise<RoundFacts> {
  if (!mayArrangeRounds(member)) throw new Problem('not_found');
  found(await roundFacts(tx, roundId));
  await tx.selectFrom('rounds').select('id').where('id', '=', roundId).forUpdate().execute();
  const round = found(await roundFacts(tx, roundId));
  if (round.status !== 'draft') throw new Problem('closed', m.rounds_problem_launched());
  return round;
}
