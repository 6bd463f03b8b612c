import { Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import type { Tx } from '#database/tenant.ts';
import { leadershipLevels } from '#rooms/people/intake/read.server.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { liveUnits } from '#rooms/people/units/read.server.ts';
import { changeDraft } from '../../attributes/commands.server.ts';
import { coverOf } from '../../attributes/read.server.ts';
import type { Cover } from '../../attributes/schema.ts';
import { seenMark } from '../../attributes/seen/rules.ts';
import { putCover } from '../../attributes/write.server.ts';
import type { PurposeInput } from './schema.ts';

/** Says why the version is there, for whom, how binding it is, who owns and wrote it and whom to ask. */
export function savePurpose(member: Member, versionId: string, input: PurposeInput): Promise<void> {
  return changeDraft(member, versionId, async (tx) => {
    const stored = await coverOf(tx, versionId);
    if (seenMark(stored) !== input.seen) throw new Problem('conflict', m.editor_conflict());
    const { units, levels, seen: _seen, ...words } = input;
    const cover: Cover = {
      ...words,
      scopeUnits: await namedUnits(tx, units, stored),
      scopeLevels: (await leadershipLevels(tx)).filter((level) => levels.includes(level.position)),
    };
    await putCover(tx, versionId, cover);
  });
}

/** The chosen units with their names of today. One that has been closed since keeps the name it was chosen by. */
async function namedUnits(tx: Tx, ids: readonly string[], stored: Cover): Promise<Cover['scopeUnits']> {
  const live = new Map((await liveUnits(tx)).map((unit) => [unit.id, unit.name]));
  const before = new Map(stored.scopeUnits.map((unit) => [unit.id, unit.name]));
  return [...new Set(ids)].map((id) => {
    const name = live.get(id) ?? before.get(id);
    if (name === undefined) throw new Problem('conflict', m.editor_problem_choice_gone());
    return { id, name };
  });
}
