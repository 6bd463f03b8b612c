import type { Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { lineOf } from '../../line/read.server.ts';
import { peopleOf, type Addressee } from '../../mail/read.server.ts';
import { reachOf } from '../../reach/read.server.ts';
import { withUnitsBelow } from '../../reach/rules.ts';
import { mayTellByMail } from '../policy.ts';
import type { NoteFrame } from '../schema.ts';

/** Whom a note concerns, and how many of them a mail can reach. The one who shares it is not among them. */
export type Told = { people: number; reachable: number; may: boolean };

/** Who hears of a note when a member shares it. */
export async function whoIsTold(tx: Tx, member: Member, note: NoteFrame): Promise<Told> {
  const people = (await peopleConcerned(tx, member, note)).filter((one) => one.personId !== member.personId);
  const reachable = people.filter((one) => one.email !== null).length;
  return { people: people.length, reachable, may: await mayTell(tx, member, note) };
}

/** May the member have a mail sent to all a note concerns? */
export async function mayTell(tx: Tx, member: Member, note: NoteFrame): Promise<boolean> {
  const { units } = await lineOf(tx, member.personId);
  const tops = new Set(units.filter((unit) => unit.parentId === null).map((unit) => unit.id));
  const all = note.reach === 'organisation' || (note.reach === 'units' && note.units.some((unit) => tops.has(unit.id)));
  return mayTellByMail(await reachOf(tx, member), all);
}

/** Everybody of today whom a note concerns. */
export async function peopleConcerned(tx: Tx, member: Member, note: NoteFrame): Promise<Addressee[]> {
  if (note.reach === 'organisation') return peopleOf(tx, null);
  const { units } = await lineOf(tx, member.personId);
  const named = note.reach === 'units' ? note.units.map((unit) => unit.id) : [];
  return peopleOf(tx, [...withUnitsBelow(units, [note.unitId, ...named])]);
}
