import { locale, m } from '#base/text.ts';
import { localDateTime, now } from '#base/time.ts';
import type { Tx } from '#database/tenant.ts';
import { kindNamer } from '../../../presented/rules.ts';
import { kindNamesOf, levelsOf, versionHead } from '../../../read.server.ts';
import { isDraft } from '../../../rules.ts';
import { readManuscript } from '../../read.server.ts';
import type { SavedDraft } from '../../saves/commands.server.ts';
import { savesOf, seenIn, touchedSince } from '../../saves/read.server.ts';
import { saveToRedo, saveToUndo } from '../../saves/rules.ts';
import type { Manuscript } from '../../schema.ts';
import { rowsOf } from '../rules.ts';
import type { DraftNews, Travel } from '../schema.ts';
import { deedName, presentPlaces, progressOf } from './rules.ts';

/**
 * What has happened to a draft since a revision, for the page of an editor who has it open. Null when it is no draft any longer. `saved`: the
 * draft as the editor's own save left it, which is what stands unless somebody has saved since.
 */
export async function readNews(
  tx: Tx,
  personId: string,
  address: { framework: string; version: string },
  since: number,
  saved?: SavedDraft,
): Promise<DraftNews | null> {
  const head = await versionHead(tx, address.version);
  if (head === null || head.frameworkId !== address.framework || !isDraft(head)) return null;
  const manuscript = saved?.revision === head.revision ? saved.manuscript : await readManuscript(tx, head.versionId);
  const touched = await touchedSince(tx, head.versionId, since, head.revision);
  const levels = await levelsOf(tx, head.versionId);
  const kindName = kindNamer(await kindNamesOf(tx, head.versionId), locale());
  const seen = await seenIn(tx, head.versionId);
  const changed = manuscript.elements.filter(({ id }) => touched.elements.has(id));
  const there = new Set(changed.map(({ id }) => id));
  const places = presentPlaces(manuscript, seen);
  return {
    revision: head.revision,
    reload: !touched.whole || head.coverRevision > since,
    rows: rowsOf(changed, levels, kindName),
    gone: [...touched.elements].filter((id) => !there.has(id)),
    passagesChanged: touched.rests.size > 0,
    others: [...touched.people].some((person) => person !== personId),
    places: places.map(({ name: _name, ...place }) => place),
    progress: progressOf(places, seen),
    travel: await travelOf(tx, head.versionId, personId, manuscript),
    savedAt: m.workbench_saved_at({ time: clock() }),
  };
}

/** What undo and redo would do for this person now. */
export async function travelOf(tx: Tx, versionId: string, personId: string, manuscript: Manuscript): Promise<Travel> {
  const saves = await savesOf(tx, versionId, personId);
  const [undo, redo] = [saveToUndo(saves, manuscript, personId), saveToRedo(saves, manuscript, personId)];
  return { undo: undo && deedName(undo.what, undo.name), redo: redo && deedName(redo.what, redo.name) };
}

/** The time of day as it is written in the reader's language: 14.02 or 14:02. */
function clock(): string {
  const time = localDateTime(now()).slice(11, 16);
  return locale() === 'da' ? time.replace(':', '.') : time;
}
