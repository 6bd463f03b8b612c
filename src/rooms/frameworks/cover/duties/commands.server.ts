import { Problem } from '#base/errors.ts';
import { newId } from '#base/ids.ts';
import { m } from '#base/text.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { changeDraft } from '../../attributes/commands.server.ts';
import { dutiesOf } from '../../attributes/read.server.ts';
import { seenMark } from '../../attributes/seen/rules.ts';
import { putDuties } from '../../attributes/write.server.ts';
import { levelsOf } from '../../read.server.ts';
import { readDuties } from './rules.ts';
import type { DutiesInput } from './schema.ts';

/** Says what each level has to do with each task. */
export function saveDuties(member: Member, versionId: string, input: DutiesInput): Promise<void> {
  return changeDraft(member, versionId, async (tx) => {
    const levels = await levelsOf(tx, versionId);
    const stored = await dutiesOf(tx, versionId);
    if (seenMark({ levels, duties: stored }) !== input.seen) throw new Problem('conflict', m.editor_conflict());
    const known = new Set(stored.map((duty) => duty.id));
    const read = readDuties(
      input.duties.map((duty) => ({ ...duty, id: known.delete(duty.id) ? duty.id : '' })),
      newId,
    );
    if ('problems' in read)
      throw new Problem(
        'invalid',
        '',
        Object.fromEntries(
          read.problems.map(({ row, problem, level }) =>
            problem === 'no_task'
              ? [`task-${row}`, m.editor_duties_problem_task()]
              : [`part-${row}-${level}`, m.editor_duties_problem_part()],
          ),
        ),
      );
    await putDuties(tx, versionId, read.duties);
  });
}
