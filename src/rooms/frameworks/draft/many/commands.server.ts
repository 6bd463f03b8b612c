import { Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { changeDraft, idsBelow } from '../saves/commands.server.ts';
import type { Manuscript } from '../schema.ts';
import { changeMany, removeMany } from './rules.ts';
import type { ManyInput } from './schema.ts';

/** Gives several elements the same kind, level or parent. All or none: refused when one of them has been saved since. */
export function changeManyInDraft(member: Member, versionId: string, input: ManyInput): Promise<void> {
  const { elements, revision, kind, level, parent } = input;
  const note = { what: 'many' as const, name: m.workbench_many_name({ count: elements.length }) };
  const common = { kind, level, parent };
  return changeDraft(
    member,
    versionId,
    note,
    (manuscript, next) => {
      requireUntouched(manuscript, elements, revision);
      return changeMany(manuscript, elements, common, next);
    },
    level ?? null,
  );
}

/** Takes several elements out with everything below them; the words become unplaced passages. */
export function removeManyInDraft(
  member: Member,
  versionId: string,
  { elements, revision }: { elements: string[]; revision: number },
): Promise<void> {
  const note = { what: 'remove' as const, name: m.workbench_many_name({ count: elements.length }) };
  return changeDraft(member, versionId, note, (manuscript) => {
    const all = elements.flatMap((id) => idsBelow(manuscript, id));
    requireUntouched(manuscript, all, revision);
    return removeMany(manuscript, elements);
  });
}

function requireUntouched(manuscript: Manuscript, ids: readonly string[], revision: number): void {
  const chosen = new Set(ids);
  const newer = manuscript.elements.some((element) => chosen.has(element.id) && element.revision > revision);
  if (newer) throw new Problem('conflict', m.workbench_problem_many());
}
