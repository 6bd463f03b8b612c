import { locale } from '#base/text.ts';
import type { Tx } from '#database/tenant.ts';
import { roundThemes } from '#rooms/rounds/questions/read.server.ts';
import { roundLeaders, roundNodes } from '#rooms/rounds/read.server.ts';
import { contextNotes } from '../context/read.server.ts';
import { unitsLed } from '../context/rules.ts';
import type { ContextNote } from '../context/schema.ts';
import { shownAbout } from '../read.server.ts';
import type { ShownFigure } from '../schema.ts';

/** What an employee sees of the round: the own leader's figures by theme, and nothing the leader answered. */
export type OwnLeader = {
  leader: { id: string; name: string; title: string; unit: string };
  themes: { theme: string; name: string; n: number | null; invited: number | null; figure: ShownFigure | null }[];
  /** What the leader has said was special in the period; nothing where no figure is shown. */
  notes: ContextNote[];
};

/** The leader a person was asked about in a round, with what is shown; null when the person was not asked. */
export async function ownLeaderOf(tx: Tx, roundId: string, personId: string): Promise<OwnLeader | null> {
  const asked = await tx
    .selectFrom('round_raters')
    .select('leader_id')
    .where('round_id', '=', roundId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  const leader = (await roundLeaders(tx, roundId)).find((one) => one.id === asked?.leader_id);
  if (leader === undefined) return null;
  const rows = await shownAbout(tx, roundId, 'own', leader.id);
  const unit = (await roundNodes(tx, roundId)).find((node) => node.id === leader.nodeId)?.name ?? '';
  const themes = (await roundThemes(tx, roundId)).map(({ theme, name }) => {
    const row = rows.find((one) => one.theme === theme);
    return { theme, name: name[locale()], n: row?.n ?? null, invited: row?.invited ?? null, figure: row?.figures.theme ?? null };
  });
  const notes = rows.length === 0 ? [] : await contextNotes(tx, roundId, unitsLed(leader));
  return { leader: { id: leader.id, name: leader.name, title: leader.title, unit }, themes, notes };
}
