import type { Tx } from '#database/tenant.ts';
import { frameworkVersions } from '../../versions/read.server.ts';
import { stepsOfVersions } from '../read.server.ts';
import { inOrder } from '../rules.ts';
import type { Step } from '../schema.ts';

/**
 * Everything that led to a version since the one that was published before it: its own steps, and those of wordings on the way that
 * were replaced without being published.
 */
export async function stepsLeadingTo(tx: Tx, versionId: string): Promise<Step[]> {
  const versions = await frameworkVersions(tx, versionId);
  const at = versions.findIndex((version) => version.versionId === versionId);
  const published = versions.findLastIndex((version, index) => index < at && version.publishedAt !== null);
  const chain = versions.slice(published + 1, at + 1).map((version) => version.versionId);
  const steps = await stepsOfVersions(tx, chain);
  return inOrder(chain.flatMap((version) => steps.get(version) ?? []));
}
