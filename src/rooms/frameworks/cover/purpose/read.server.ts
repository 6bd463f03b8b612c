import type { Tx } from '#database/tenant.ts';
import { leadershipLevels } from '#rooms/people/intake/read.server.ts';
import { coverOf } from '../../attributes/read.server.ts';
import type { Cover } from '../../attributes/schema.ts';
import { seenMark } from '../../attributes/seen/rules.ts';
import { bodiesOf } from '../../bodies/read.server.ts';
import { readElements } from '../../draft/read.server.ts';
import { inDocumentOrder } from '../../tree/rules.ts';
import { readDraftHead, type DraftHead } from '../read.server.ts';

export type Purpose = {
  draft: DraftHead;
  cover: Cover;
  seen: string;
  /** What the document itself gives as reasons and aims: nobody needs to write that twice. */
  written: string[];
  levels: { position: number; name: string }[];
  bodies: string[];
};

/** The header of a draft with what can be chosen in it; null when it is no draft. */
export async function readPurpose(tx: Tx, address: { framework: string; version: string }): Promise<Purpose | null> {
  const draft = await readDraftHead(tx, address);
  if (draft === null) return null;
  const cover = await coverOf(tx, draft.head.versionId);
  return {
    draft,
    cover,
    seen: seenMark(cover),
    written: inDocumentOrder(await readElements(tx, draft.head.versionId))
      .filter((element) => element.kind === 'reason' || element.kind === 'goal')
      .map((element) => element.title ?? element.text ?? ''),
    levels: await leadershipLevels(tx),
    bodies: (await bodiesOf(tx, {})).map((body) => body.name),
  };
}
