import type { Tx } from '#database/tenant.ts';
import { dutiesOf } from '../../attributes/read.server.ts';
import type { Duty } from '../../attributes/schema.ts';
import { seenMark } from '../../attributes/seen/rules.ts';
import { readDraftHead, type DraftHead } from '../read.server.ts';
import { openQuestions } from './rules.ts';

export type DutiesPage = { draft: DraftHead; duties: Duty[]; questions: ReturnType<typeof openQuestions>; seen: string };

/** The matrix of responsibility of a draft; null when it is no draft. */
export async function readDutiesPage(tx: Tx, address: { framework: string; version: string }): Promise<DutiesPage | null> {
  const draft = await readDraftHead(tx, address);
  if (draft === null) return null;
  const duties = await dutiesOf(tx, draft.head.versionId);
  return { draft, duties, questions: openQuestions(duties), seen: seenMark({ levels: draft.levels, duties }) };
}
