import * as v from 'valibot';
import { Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { organisationOf } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { changeDraft } from '../attributes/commands.server.ts';
import { visualOf } from './read.server.ts';
import { readPicture } from './rules.ts';
import { AltText, MOST_BYTES, type PictureProblem } from './schema.ts';

/** Puts a picture on a draft, or other words about the one that is there. */
export async function saveVisual(member: Member, versionId: string, input: { file: unknown; alt: string }): Promise<void> {
  const alt = v.safeParse(AltText, input.alt);
  const wrong: Record<string, string> = alt.success
    ? {}
    : { alt: input.alt.trim() === '' ? m.editor_visual_problem_alt() : m.frameworks_problem_long() };
  const file = input.file instanceof File && input.file.size > 0 ? input.file : null;
  if (file !== null && file.size > MOST_BYTES)
    throw new Problem('too_large', '', { ...wrong, picture: sentenceFor('too_large') });
  const picture = file === null ? null : readPicture(new Uint8Array(await file.arrayBuffer()));
  if (typeof picture === 'string') throw new Problem('invalid', '', { ...wrong, picture: sentenceFor(picture) });
  if (!alt.success) throw new Problem('invalid', '', wrong);
  await changeDraft(member, versionId, async (tx) => {
    if (picture === null) {
      if ((await visualOf(tx, versionId)) === null) throw new Problem('invalid', '', { picture: sentenceFor('missing') });
      await tx.updateTable('framework_visuals').set({ alt: alt.output }).where('version_id', '=', versionId).execute();
      return;
    }
    await tx.deleteFrom('framework_visuals').where('version_id', '=', versionId).execute();
    await tx
      .insertInto('framework_visuals')
      .values({
        organisation_id: await organisationOf(tx),
        version_id: versionId,
        type: picture.type,
        bytes: Buffer.from(picture.bytes),
        width: picture.width,
        height: picture.height,
        alt: alt.output,
      })
      .execute();
  });
}

/** Takes the picture off a draft. */
export function removeVisual(member: Member, versionId: string): Promise<void> {
  return changeDraft(member, versionId, async (tx) => {
    await tx.deleteFrom('framework_visuals').where('version_id', '=', versionId).execute();
  });
}

function sentenceFor(problem: PictureProblem): string {
  const sentences: Record<PictureProblem, () => string> = {
    missing: m.editor_visual_problem_missing,
    too_large: m.editor_visual_problem_too_large,
    not_a_picture: m.editor_visual_problem_kind,
    drawing: m.editor_visual_problem_drawing,
    broken: m.editor_visual_problem_broken,
    too_many_points: m.editor_visual_problem_points,
  };
  return sentences[problem]();
}
