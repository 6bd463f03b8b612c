import { Problem } from '#base/errors.ts';
import { newId } from '#base/ids.ts';
import { m } from '#base/text.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { changeDraft } from '../../attributes/commands.server.ts';
import { coreTasksOf, statementAttributesOf } from '../../attributes/read.server.ts';
import { seenMark } from '../../attributes/seen/rules.ts';
import { putCoreTasks } from '../../attributes/write.server.ts';
import type { CoreTasksInput } from './schema.ts';

/** Names the core tasks that the framework's statements serve. One that statements serve is only taken out by somebody who says so. */
export function saveCoreTasks(member: Member, versionId: string, input: CoreTasksInput): Promise<void> {
  return changeDraft(member, versionId, async (tx) => {
    const stored = await coreTasksOf(tx, versionId);
    if (seenMark(stored) !== input.seen) throw new Problem('conflict', m.editor_conflict());
    const known = new Set(stored.map((task) => task.id));
    const tasks = input.tasks
      .filter(({ name }) => name !== '')
      .map(({ id, name }) => ({ id: known.delete(id) ? id : newId(), name }));
    const twice = tasks.find(({ name }, index) => tasks.findIndex((other) => other.name === name) !== index);
    if (twice !== undefined) throw new Problem('invalid', m.editor_tasks_problem_twice({ name: twice.name }));
    const served = Object.values(await statementAttributesOf(tx, versionId)).flatMap((said) => said.coreTasks);
    const gone = stored.find((task) => served.includes(task.id) && !tasks.some(({ id }) => id === task.id));
    if (gone !== undefined && !input.sure)
      throw new Problem('invalid', '', {
        sure: m.editor_tasks_problem_served({ name: gone.name, count: served.filter((id) => id === gone.id).length }),
      });
    await putCoreTasks(tx, versionId, tasks);
  });
}
