import type { Tx } from '#database/tenant.ts';
import type { FrameworkDraft } from '#importing/open-format.ts';
import { attributesOf } from '../../attributes/read.server.ts';
import type { Element } from '../../draft/schema.ts';
import { originRows } from '../../origins/read.server.ts';
import type { Level } from '../../schema.ts';
import { stepsOf } from '../../steps/read.server.ts';
import { strategiesOfVersion } from '../../strategies/read.server.ts';
import { visualBytes, visualOf } from '../../visual/read.server.ts';
import { withExtras, type Beside } from './rules.ts';

/** A version's file with what it says beside its words. */
export async function readExtras(
  tx: Tx,
  versionId: string,
  draft: FrameworkDraft,
  parts: { elements: readonly Element[]; levels: readonly Level[] },
): Promise<FrameworkDraft> {
  const beside: Beside = {
    attributes: await attributesOf(tx, versionId),
    strategies: await strategiesOfVersion(tx, versionId),
    steps: await stepsOf(tx, versionId),
    origins: await originRows(tx, versionId),
    visual: await visualFor(tx, versionId),
  };
  return withExtras(draft, beside, parts.elements, parts.levels);
}

async function visualFor(tx: Tx, versionId: string): Promise<Beside['visual']> {
  const facts = await visualOf(tx, versionId);
  const picture = facts === null ? null : await visualBytes(tx, versionId);
  if (facts === null || picture === null) return null;
  const { alt, width, height } = facts;
  return { type: picture.type, bytes: Buffer.from(picture.bytes).toString('base64'), width, height, alt };
}
