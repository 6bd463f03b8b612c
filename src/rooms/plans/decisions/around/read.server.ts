import { localDate, now } from '#base/time.ts';
import type { Tx } from '#database/tenant.ts';
import { hearingsFor } from '#rooms/frameworks/hearing/read.server.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { statementChoices, currentStatements } from '../../statements/read.server.ts';
import { lineOf } from '../../line/read.server.ts';
import { unitsOfToday } from '../../reach/read.server.ts';
import { hearingsToName, type OpenedNote } from '../read.server.ts';
import { concerns } from '../rules.ts';
import { offerUnits } from '../../units/rules.ts';
import type { OfferedUnits } from '../../units/schema.ts';
import type { NoteFrame, NoteVersion } from '../schema.ts';

export type AroundNote = {
  today: string;
  /** Where the statements it rests on stand today; null for those no framework that holds has. */
  hrefs: Record<string, string | null>;
  /** The hearing, if this member may read it. */
  hearing: { title: string; href: string } | null;
};

/** What a wording points to, as far as this member may follow it. */
export async function aroundNote(tx: Tx, member: Member, version: NoteVersion): Promise<AroundNote> {
  const { slug } = member.organisation;
  const statements = await currentStatements(tx, slug);
  const heard = version.hearingId === null ? [] : await hearingsFor(tx, member);
  const hearing = heard.find((one) => one.id === version.hearingId);
  return {
    today: localDate(now()),
    hrefs: Object.fromEntries(version.restsOn.map(({ statementId }) => [statementId, statements.get(statementId)?.href ?? null])),
    hearing: hearing === undefined ? null : { title: hearing.title, href: `/${slug}/hearings/${hearing.id}` },
  };
}

/** What a writer can choose from. */
export async function noteChoices(tx: Tx, member: Member, note: NoteFrame) {
  return {
    choices: await statementChoices(tx),
    hearings: await hearingsToName(tx, member),
    units: await noteUnits(tx, note, { chosen: note.units.map((unit) => unit.id), search: '' }),
  };
}

/** The units that cannot read a shared note yet, as far as they were searched for; null when everybody can, or the member may not add. */
export async function unitsToAdd(
  tx: Tx,
  member: Member,
  { note, mayWrite }: Pick<OpenedNote, 'note' | 'mayWrite'>,
  asked: { chosen: string[]; search: string },
): Promise<OfferedUnits | null> {
  if (!mayWrite || note.reach === 'organisation') return null;
  const { pathOf } = await lineOf(tx, member.personId);
  return offerUnits(await unitsOfToday(tx), (unitId) => !concerns(note, [unitId], pathOf), asked);
}

/** The units a note can concern beside the one that decided, as far as they were searched for. */
export async function noteUnits(
  tx: Tx,
  note: Pick<NoteFrame, 'unitId'>,
  asked: { chosen: string[]; search: string },
): Promise<OfferedUnits> {
  return offerUnits(await unitsOfToday(tx), (unitId) => unitId !== note.unitId, asked);
}
