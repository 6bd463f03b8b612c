import { localDate, now } from '#base/time.ts';
import type { Tx } from '#database/tenant.ts';
import { inDocumentOrder } from '../../tree/rules.ts';
import { readElements } from '../../draft/read.server.ts';
import { shortName } from '../../draft/removals/rules.ts';
import type { Level, Statement } from '../../schema.ts';
import { strategiesOfVersion } from '../../strategies/read.server.ts';
import { hasEnded } from '../../strategies/rules.ts';
import type { Strategy } from '../../strategies/schema.ts';
import { visualOf, type Visual } from '../../visual/read.server.ts';
import { specialAt } from '../../weights/rules.ts';
import { attributesOf } from '../read.server.ts';
import type { CoreTask, Cover, Duty } from '../schema.ts';

/** What a version says about itself, for the page on which it is read. */
export type Facts = {
  cover: Cover;
  coreTasks: CoreTask[];
  /** What the version as a whole builds on. */
  strategies: (Strategy & { ended: boolean })[];
  visual: Visual | null;
};

/** Purpose, scope, sender, core tasks, strategies and picture of a version. Reasons that the document gives stand for purposes nobody wrote. */
export async function factsOf(tx: Tx, versionId: string): Promise<Facts> {
  const { cover, coreTasks } = await attributesOf(tx, versionId);
  const today = localDate(now());
  const reasons = inDocumentOrder(await readElements(tx, versionId)).filter(({ kind }) => kind === 'reason');
  return {
    cover: { ...cover, purposes: cover.purposes.length > 0 ? cover.purposes : reasons.map((one) => one.title ?? one.text ?? '') },
    coreTasks,
    strategies: (await strategiesOfVersion(tx, versionId))
      .filter((strategy) => strategy.whole)
      .map((strategy) => ({ ...strategy, ended: hasEnded(strategy, today) })),
    visual: await visualOf(tx, versionId),
  };
}

/** What is said about a level beside the texts for it. */
export type LevelNotes = {
  /** Statements that weigh most at this level. */
  special: { statementId: string; name: string; words: string }[];
  weighed: boolean;
  transition: string;
  below: string | null;
  duties: Duty[];
};

/** Special weights, the step from the level below, and the matrix of responsibility. */
export async function levelNotesOf(
  tx: Tx,
  version: { head: { versionId: string }; levels: Level[]; statements: Statement[] },
  level: Level,
): Promise<LevelNotes> {
  const { levels, duties, statements: said } = await attributesOf(tx, version.head.versionId);
  const special = specialAt(level, version.statements, (id) => said[id]?.weights ?? []);
  return {
    special: special.map(({ statement, weight }) => ({
      statementId: statement.statementId,
      name: shortName(statement, 160),
      words: weight.words,
    })),
    weighed: Object.values(said).some(({ weights }) => weights.length > 0),
    transition: levels.find((rule) => rule.level === level.position)?.transition ?? '',
    below: version.levels.find((one) => one.position === level.position + 1)?.name ?? null,
    duties: duties.filter((duty) => duty.parts.some((part) => part.level === level.position)),
  };
}
