import { Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { changeDraft } from '../../attributes/commands.server.ts';
import { wholeStrategiesOf } from '../../attributes/read.server.ts';
import { seenMark } from '../../attributes/seen/rules.ts';
import { putWholeStrategies } from '../../attributes/write.server.ts';
import { strategiesOf } from '../read.server.ts';

/** Says which strategies, visions and policies a draft as a whole builds on. */
export function saveWholeStrategies(
  member: Member,
  versionId: string,
  input: { strategies: string[]; seen: string },
): Promise<void> {
  return changeDraft(member, versionId, async (tx) => {
    if (seenMark(await wholeStrategiesOf(tx, versionId)) !== input.seen) throw new Problem('conflict', m.editor_conflict());
    const known = new Set((await strategiesOf(tx)).map((strategy) => strategy.id));
    if (!input.strategies.every((id) => known.has(id))) throw new Problem('conflict', m.editor_problem_choice_gone());
    await putWholeStrategies(tx, versionId, [...new Set(input.strategies)]);
  });
}
