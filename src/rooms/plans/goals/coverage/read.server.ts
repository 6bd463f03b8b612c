import type { Tx } from '#database/tenant.ts';
import { currentVersions, statementsOf } from '#rooms/frameworks/read.server.ts';
import { versionHref } from '#rooms/frameworks/reading/schema.ts';
import { allGoals } from '../read.server.ts';
import { coverageOf, type CoveredPart } from './rules.ts';

export type GoalCoverage = {
  frameworks: { frameworkId: string; title: string }[];
  shown: { frameworkId: string; title: string; href: string; parts: CoveredPart[]; covered: number; all: number } | null;
};

/** Which statements of a framework that holds today have a goal; of the newest one when none is named. */
export async function goalCoverage(tx: Tx, organisation: string, frameworkId: string | null): Promise<GoalCoverage> {
  const versions = await currentVersions(tx);
  const version = versions.find((one) => one.frameworkId === frameworkId) ?? versions[0];
  const frameworks = versions.map(({ frameworkId: id, title }) => ({ frameworkId: id, title }));
  if (version === undefined) return { frameworks, shown: null };
  const goals = (await allGoals(tx)).filter((goal) => goal.state.state !== 'dropped');
  const parts = coverageOf(await statementsOf(tx, version.versionId), goals);
  const covered = parts.reduce((sum, part) => sum + part.covered.length, 0);
  const all = parts.reduce((sum, part) => sum + part.covered.length + part.without.length, 0);
  const href = versionHref({ organisation, framework: version.frameworkId, version: version.versionId });
  return { frameworks, shown: { frameworkId: version.frameworkId, title: version.title, href, parts, covered, all } };
}
