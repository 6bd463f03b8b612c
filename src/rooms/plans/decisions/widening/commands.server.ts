import { Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { inTenant, organisationOf, type Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { lineOf } from '../../line/read.server.ts';
import { leaveTrail, noteToWrite } from '../commands.server.ts';
import { concerns, unitsConcerned } from '../rules.ts';
import type { NoteFrame, WideningInput } from '../schema.ts';
import { mayTell } from '../told/read.server.ts';
import { askToTell } from '../told/write.server.ts';
import { pointFrom } from '../write.server.ts';

/** Gives a shared note to more readers: to units, or to everybody. Nobody who could read it loses it. */
export async function widenNote(member: Member, noteId: string, input: WideningInput): Promise<void> {
  await inTenant(member, async (tx) => {
    const { note, shared } = await noteToWrite(tx, member, noteId);
    if (shared === null) throw new Problem('conflict', m.decisions_problem_not_shared());
    if (await isWidened(tx, noteId, input.id)) return;
    const wider = await widerThan(tx, member, note, input);
    await writeReach(tx, note, wider);
    await tx
      .insertInto('decision_note_widenings')
      .values({
        organisation_id: await organisationOf(tx),
        note_id: noteId,
        id: input.id,
        reach: input.reach,
        units: input.reach === 'units' ? wider.units.filter(({ id }) => input.units.includes(id)).map(({ name }) => name) : [],
        widened_by: member.personId,
        widened_by_name: member.name,
      })
      .execute();
    await pointFrom(tx, wider, shared);
    await leaveTrail(tx, member, 'decision_note.widened', noteId, shared.title);
    if (input.tell && (await mayTell(tx, member, wider)))
      await askToTell(tx, member, wider, { number: shared.number, kind: 'shared', known: unitsConcerned(note) ?? [] });
  });
}

async function isWidened(tx: Tx, noteId: string, id: string): Promise<boolean> {
  const query = tx.selectFrom('decision_note_widenings').select('id').where('note_id', '=', noteId).where('id', '=', id);
  return (await query.executeTakeFirst()) !== undefined;
}

/** The note as more people read it. Refused when nobody would be added. */
async function widerThan(tx: Tx, member: Member, note: NoteFrame, { reach, units }: WideningInput): Promise<NoteFrame> {
  if (note.reach === 'organisation') throw new Problem('invalid', m.decisions_problem_widest());
  if (reach === 'organisation') return { ...note, reach };
  const line = await lineOf(tx, member.personId);
  const there = new Map(line.units.filter((unit) => !unit.ended).map((unit) => [unit.id, unit]));
  const chosen = [...new Set(units)].map((id) => there.get(id));
  if (chosen.some((unit) => unit === undefined)) throw new Problem('invalid', '', { units: m.decisions_problem_choice() });
  const fresh = chosen.flatMap((unit) => (unit === undefined || concerns(note, [unit.id], line.pathOf) ? [] : [unit]));
  if (fresh.length === 0)
    throw new Problem('invalid', '', {
      units: units.length === 0 ? m.decisions_problem_units() : m.decisions_problem_read_already(),
    });
  const kept = note.reach === 'units' ? note.units : [];
  return { ...note, reach, units: [...kept, ...fresh.map(({ id, name }) => ({ id, name, ended: false }))] };
}

async function writeReach(tx: Tx, before: NoteFrame, after: NoteFrame): Promise<void> {
  await tx.updateTable('decision_notes').set({ reach: after.reach }).where('id', '=', after.id).execute();
  const organisation = await organisationOf(tx);
  const known = new Set(before.units.map((unit) => unit.id));
  const rows = after.units
    .filter((unit) => !known.has(unit.id))
    .map((unit) => ({ organisation_id: organisation, note_id: after.id, unit_id: unit.id }));
  if (rows.length > 0) await tx.insertInto('decision_note_units').values(rows).execute();
}
