import { found, Problem } from '#base/errors.ts';
import { isId } from '#base/ids.ts';
import { m } from '#base/text.ts';
import { now } from '#base/time.ts';
import { inTenant, organisationOf, type Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { record } from '#rooms/trail/write.server.ts';
import { mayEditFrameworks } from '../policy.ts';
import { lockFramework } from '../steps/write.server.ts';
import { latestPublished } from '../versions/read.server.ts';
import { mayTranslate } from './policy.ts';
import { unitDesk } from './read.server.ts';
import type { CallInput, TranslationInput } from './schema.ts';

/** Asks the units to say what the framework means with them, or changes what they are asked. */
export async function callForTranslations(member: Member, frameworkId: string, input: CallInput): Promise<void> {
  if (!mayEditFrameworks(member) || !isId(frameworkId)) throw new Problem('not_found');
  await inTenant(member, async (tx) => {
    const head = found(await latestPublished(tx, frameworkId));
    const values = { kinds: input.kinds, due_on: input.due, letter: input.letter, called_by_name: member.name, called_at: now() };
    await tx
      .insertInto('framework_translation_calls')
      .values({ organisation_id: await organisationOf(tx), framework_id: frameworkId, ...values })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'framework_id']).doUpdateSet(values))
      .execute();
    await record(tx, actor(member), {
      action: 'framework.translations_called',
      object: { kind: 'framework', id: frameworkId, name: head.title },
    });
  });
}

/** Writes what a statement means in a unit. Empty words take it away. Refused when somebody else has written there since. */
export async function saveTranslation(
  member: Member,
  place: { frameworkId: string; unitId: string },
  input: TranslationInput,
): Promise<void> {
  await change(member, place, input, async (tx, versionId) => {
    const row = rowOf(tx, place, input.statement);
    if (input.text === '') {
      if (input.revision === 0) throw new Problem('invalid', '', { [`text-${input.statement}`]: m.hierarchy_problem_words() });
      await row.delete();
      return;
    }
    const values = {
      text: input.text,
      agreed_with: input.with,
      agreed_on: input.on,
      version_id: versionId,
      revision: input.revision + 1,
      written_by_name: member.name,
      written_at: now(),
    };
    await row.write(await organisationOf(tx), values);
  });
}

/** Says that the unit's words still fit the statement as it reads now. */
export async function confirmTranslation(
  member: Member,
  place: { frameworkId: string; unitId: string },
  input: { statement: string; revision: number },
): Promise<void> {
  await change(member, place, input, async (tx, versionId) => {
    await tx
      .updateTable('framework_translations')
      .set({ version_id: versionId, revision: input.revision + 1 })
      .where('framework_id', '=', place.frameworkId)
      .where('unit_id', '=', place.unitId)
      .where('statement_id', '=', input.statement)
      .execute();
  });
}

async function change(
  member: Member,
  place: { frameworkId: string; unitId: string },
  input: { statement: string; revision: number },
  write: (tx: Tx, versionId: string) => Promise<void>,
): Promise<void> {
  await inTenant(member, async (tx) => {
    const desk = found(await unitDesk(tx, place.frameworkId, place.unitId));
    if (!mayTranslate(member, desk.leaders)) throw new Problem('not_found');
    await lockFramework(tx, place.frameworkId);
    const current = found(await unitDesk(tx, place.frameworkId, place.unitId));
    const entry = found(current.entries.find(({ statement }) => statement.statementId === input.statement));
    if ((entry.translation?.revision ?? 0) !== input.revision) throw new Problem('conflict', m.hierarchy_problem_written_since());
    await write(tx, current.head.versionId);
    await record(tx, actor(member), {
      action: 'framework.translated',
      object: { kind: 'unit', id: place.unitId, name: current.unit.name },
    });
  });
}

function rowOf(tx: Tx, place: { frameworkId: string; unitId: string }, statementId: string) {
  const key = { framework_id: place.frameworkId, unit_id: place.unitId, statement_id: statementId };
  type Values = Record<'text' | 'agreed_with' | 'written_by_name' | 'version_id', string> & {
    agreed_on: string | null;
    revision: number;
    written_at: Date;
  };
  return {
    delete: () =>
      tx
        .deleteFrom('framework_translations')
        .where('framework_id', '=', key.framework_id)
        .where('unit_id', '=', key.unit_id)
        .where('statement_id', '=', key.statement_id)
        .execute(),
    write: (organisation: number, values: Values) =>
      tx
        .insertInto('framework_translations')
        .values({ organisation_id: organisation, ...key, ...values })
        .onConflict((conflict) =>
          conflict.columns(['organisation_id', 'framework_id', 'statement_id', 'unit_id']).doUpdateSet(values),
        )
        .execute(),
  };
}

function actor(member: Member): { personId: string; name: string } {
  return { personId: member.personId, name: member.name };
}
