import { Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { changeDraft } from '../attributes/commands.server.ts';
import { statementAttributesOf } from '../attributes/read.server.ts';
import { seenMark, sortChanges } from '../attributes/seen/rules.ts';
import { putWeights } from '../attributes/statements/write.server.ts';
import { readElements } from '../draft/read.server.ts';
import { levelsOf } from '../read.server.ts';
import { weightsOfRow, wordsWithoutWeight } from './rules.ts';
import type { WeightsInput, WeightsSaved } from './schema.ts';

/** Says how much statements weigh at each level: only rows that were changed, and only those nobody else has changed meanwhile. */
export function saveWeights(member: Member, versionId: string, input: WeightsInput): Promise<WeightsSaved> {
  return changeDraft(member, versionId, async (tx) => {
    const levels = await levelsOf(tx, versionId);
    if (seenMark(levels) !== input.levels) throw new Problem('conflict', m.editor_cells_problem_levels());
    const bare = wordsWithoutWeight(input.rows);
    if (bare.length > 0)
      throw new Problem(
        'invalid',
        '',
        Object.fromEntries(
          bare.map(({ statement, level }) => [`weight-${statement}-${level}`, m.editor_weights_problem_words()]),
        ),
      );
    const known = new Set((await readElements(tx, versionId)).map((element) => element.statementId));
    const stored = await statementAttributesOf(tx, versionId);
    const { changed, conflicts } = sortChanges(
      input.rows.filter((row) => known.has(row.statement)),
      (row) => seenMark(stored[row.statement]?.weights ?? []),
      (row) => seenMark(weightsOfRow(row)),
    );
    const weights = changed.flatMap((row) =>
      weightsOfRow(row)
        .filter((weight) => levels.some((level) => level.position === weight.level))
        .map((weight) => ({ ...weight, statementId: row.statement })),
    );
    await putWeights(
      tx,
      versionId,
      changed.map((row) => row.statement),
      weights,
    );
    return { saved: changed.length, conflicts: conflicts.map((row) => row.statement) };
  });
}
