import { Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { changeDraft } from '../../attributes/commands.server.ts';
import { seenMark } from '../../attributes/seen/rules.ts';
import { shortName } from '../../draft/removals/rules.ts';
import { readManuscript } from '../../draft/read.server.ts';
import { saveDraft } from '../../draft/saves/write.server.ts';
import { levelsOf, usesOf } from '../../read.server.ts';
import { writeCells } from './rules.ts';
import type { CellField, CellsSaved } from './schema.ts';

/** Writes in the matrix: only fields that were changed, and of those only the ones nobody else has changed since they were read. */
export function saveCells(
  member: Member,
  versionId: string,
  input: { fields: CellField[]; levels: string },
): Promise<CellsSaved> {
  return changeDraft(member, versionId, async (tx, head) => {
    // Fields carry the number of their level; when the levels were changed meanwhile, the same number may be another level.
    if (seenMark(await levelsOf(tx, versionId)) !== input.levels) throw new Problem('conflict', m.editor_cells_problem_levels());
    const before = await readManuscript(tx, versionId);
    const used = new Set((await usesOf(tx)).keys());
    const written = writeCells(before, input.fields, used, head.revision + 1);
    if (written.problems.length > 0)
      throw new Problem(
        'invalid',
        m.editor_cells_problem(),
        Object.fromEntries(
          written.problems.map(({ field, problem }) => [
            fieldName(field),
            problem === 'used' ? m.editor_cells_problem_used() : m.editor_cells_problem_below(),
          ]),
        ),
      );
    const [first] = written.changed;
    if (first !== undefined) {
      const row = before.elements.find((element) => element.id === first.row);
      const what = written.changed.length > 1 ? 'many' : first.element === '' ? 'add' : first.text === '' ? 'remove' : 'edit';
      await saveDraft(tx, { head, personId: member.personId, name: member.name }, before, written.manuscript, {
        what,
        name: row === undefined ? '' : shortName(row),
      });
    }
    return { saved: written.changed.length, conflicts: written.conflicts };
  });
}

function fieldName({ row, level, element }: CellField): string {
  return `cell-${row}-${level}-${element}`;
}
