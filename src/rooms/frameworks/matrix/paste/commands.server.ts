import { Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { seenMark } from '../../attributes/seen/rules.ts';
import { saveCells } from '../cells/commands.server.ts';
import { levelsOf } from '../../read.server.ts';
import { previewPaste } from './read.server.ts';
import type { PasteInput } from './schema.ts';

/** Writes a pasted table into the matrix, when it still does just what its preview said. */
export async function savePaste(
  member: Member,
  address: { framework: string; version: string },
  input: PasteInput,
): Promise<{ saved: number }> {
  const { preview, levels } = await member.read(async (tx) => ({
    preview: await previewPaste(tx, address, input.table),
    levels: seenMark(await levelsOf(tx, address.version)),
  }));
  if (preview === null) throw new Problem('not_found');
  if (typeof preview === 'string' || preview.seen !== input.seen) throw new Problem('conflict', m.editor_paste_conflict());
  const { saved, conflicts } = await saveCells(member, address.version, {
    levels,
    fields: preview.changes.map(({ row, level, element, before, after }) => ({
      row,
      level,
      element,
      seen: seenMark([element, before]),
      text: after,
    })),
  });
  if (conflicts.length > 0) throw new Problem('conflict', m.editor_paste_conflict());
  return { saved };
}
