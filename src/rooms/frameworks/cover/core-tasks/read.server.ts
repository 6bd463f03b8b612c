import type { Tx } from '#database/tenant.ts';
import { coreTasksOf, statementAttributesOf } from '../../attributes/read.server.ts';
import type { CoreTask } from '../../attributes/schema.ts';
import { seenMark } from '../../attributes/seen/rules.ts';
import { readDraftHead, type DraftHead } from '../read.server.ts';

export type CoreTasksPage = { draft: DraftHead; tasks: (CoreTask & { statements: number })[]; seen: string };

/** The core tasks of a draft with how many statements serve each; null when it is no draft. */
export async function readCoreTasks(tx: Tx, address: { framework: string; version: string }): Promise<CoreTasksPage | null> {
  const draft = await readDraftHead(tx, address);
  if (draft === null) return null;
  const tasks = await coreTasksOf(tx, draft.head.versionId);
  const served = Object.values(await statementAttributesOf(tx, draft.head.versionId)).flatMap((said) => said.coreTasks);
  return {
    draft,
    tasks: tasks.map((task) => ({ ...task, statements: served.filter((id) => id === task.id).length })),
    seen: seenMark(tasks),
  };
}
