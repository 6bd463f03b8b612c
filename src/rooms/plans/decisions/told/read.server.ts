import type { Selectable } from 'kysely';
import { now, secondsAfter } from '#base/time.ts';
import type { Tables } from '#database/tables.ts';
import type { Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { lineOf, unitTree } from '../../line/read.server.ts';
import { countPeople, peopleOf, type Addressee } from '../../mail/read.server.ts';
import { reachOf } from '../../reach/read.server.ts';
import { withUnitsBelow } from '../../reach/rules.ts';
import { mayTellByMail } from '../policy.ts';
import { unitsConcerned } from '../rules.ts';
import type { NoteFrame } from '../schema.ts';

/** Whom a note concerns, and how many of them a mail can reach. The one who shares it is not among them. */
export type Told = { people: number; reachable: number; may: boolean };

/** That those a note concerns are to be told by mail, as it waits for the worker. */
export type Telling = Selectable<Tables['decision_note_tellings']>;

/** Who hears of a note when a member shares it. */
export async function whoIsTold(tx: Tx, member: Member, note: NoteFrame): Promise<Told> {
  const units = withAllBelow(await unitTree(tx), unitsConcerned(note));
  return { ...(await countPeople(tx, units, member.personId)), may: await mayTell(tx, member, note) };
}

/** May the member have a mail sent to all a note concerns? */
export async function mayTell(tx: Tx, member: Member, note: NoteFrame): Promise<boolean> {
  const { units } = await lineOf(tx, member.personId);
  const tops = new Set(units.filter((unit) => unit.parentId === null).map((unit) => unit.id));
  const all = note.reach === 'organisation' || (note.reach === 'units' && note.units.some((unit) => tops.has(unit.id)));
  return mayTellByMail(await reachOf(tx, member), all);
}

/** Everybody of today whom a telling is for: not those who had the note before, and not the one who asked for it. */
export async function peopleToTell(tx: Tx, telling: Pick<Telling, 'units' | 'known' | 'told_by'>): Promise<Addressee[]> {
  const tree = await unitTree(tx);
  const had = telling.known.length === 0 ? [] : await peopleOf(tx, withAllBelow(tree, telling.known));
  const without = new Set([telling.told_by, ...had.map((one) => one.personId)]);
  return (await peopleOf(tx, withAllBelow(tree, telling.units))).filter((one) => !without.has(one.personId));
}

/** The tellings whose mails should have been queued long ago: their job was given up. */
export async function tellingsLeft(tx: Tx): Promise<{ note: string; telling: string }[]> {
  return tx
    .selectFrom('decision_note_tellings')
    .select(['note_id as note', 'id as telling'])
    .where('asked_at', '<', secondsAfter(now(), -600))
    .execute();
}

function withAllBelow(
  tree: readonly { id: string; parentId: string | null }[],
  units: readonly string[] | null,
): string[] | null {
  return units === null ? null : [...withUnitsBelow(tree, units)];
}
