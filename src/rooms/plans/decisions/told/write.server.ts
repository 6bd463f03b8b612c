import { found } from '#base/errors.ts';
import { newId } from '#base/ids.ts';
import { organisationOf, type Tx } from '#database/tenant.ts';
import { enqueue } from '#jobs/enqueue.ts';
import { postAll } from '#rooms/messages/write.server.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { addressOf, type Addressee } from '../../mail/read.server.ts';
import { unitsConcerned } from '../rules.ts';
import type { NoteFrame } from '../schema.ts';
import type { Telling } from './read.server.ts';

/**
 * Has those a note concerns told of a wording by mail: that it is there, or that it was corrected. The people are found by the worker,
 * so that nobody waits for forty thousand mails. `known`: units whose people had the note before.
 */
export async function askToTell(
  tx: Tx,
  member: Member,
  note: NoteFrame,
  wording: { number: number; kind: 'shared' | 'corrected'; known?: string[] },
): Promise<void> {
  const organisation = await organisationOf(tx);
  const telling = newId();
  await tx
    .insertInto('decision_note_tellings')
    .values({
      organisation_id: organisation,
      note_id: note.id,
      id: telling,
      number: wording.number,
      kind: wording.kind,
      units: unitsConcerned(note),
      known: wording.known ?? [],
      told_by: member.personId,
      told_by_name: member.name,
    })
    .execute();
  await enqueue(tx, 'decisions.tell', { organisation, note: note.id, telling });
}

/** Queues a mail about a wording to each of these people who can be written to. */
export async function postAboutNote(tx: Tx, telling: Telling, people: readonly Addressee[]): Promise<void> {
  const link = await addressOf(tx, `decisions/${telling.note_id}`);
  const about = { kind: telling.kind, by: telling.told_by_name, ...(await namesOf(tx, telling)), link };
  await postAll(
    tx,
    people.flatMap(({ name, email, language }) =>
      email === null ? [] : [{ template: 'decision_note' as const, address: email, language, parameters: { ...about, name } }],
    ),
  );
}

/** What the wording is called, and the unit that decided. */
async function namesOf(tx: Tx, telling: Telling): Promise<{ title: string; unit: string }> {
  const row = await tx
    .selectFrom('decision_note_versions as v')
    .innerJoin('decision_notes as n', (join) =>
      join.onRef('n.organisation_id', '=', 'v.organisation_id').onRef('n.id', '=', 'v.note_id'),
    )
    .innerJoin('units as u', (join) => join.onRef('u.organisation_id', '=', 'n.organisation_id').onRef('u.id', '=', 'n.unit_id'))
    .select(['v.title', 'u.name as unit'])
    .where('v.note_id', '=', telling.note_id)
    .where('v.number', '=', telling.number)
    .executeTakeFirst();
  return found(row ?? null);
}
