import type { Tx } from '#database/tenant.ts';
import { leadershipLevels } from '#rooms/people/intake/read.server.ts';
import { levelRulesOf } from '../../attributes/read.server.ts';
import type { LevelRule } from '../../attributes/schema.ts';
import { seenMark } from '../../attributes/seen/rules.ts';
import { readDraftHead, type DraftHead } from '../read.server.ts';

export type LevelRules = {
  draft: DraftHead;
  /** One for each of the version's levels, also when nothing is said about it yet. */
  rules: (LevelRule & { name: string; below: string | null })[];
  positions: { position: number; name: string }[];
  seen: string;
};

/** Who belongs to the levels of a draft; null when it is no draft. */
export async function readLevelRules(tx: Tx, address: { framework: string; version: string }): Promise<LevelRules | null> {
  const draft = await readDraftHead(tx, address);
  if (draft === null) return null;
  const rules = await levelRulesOf(tx, draft.head.versionId);
  return {
    draft,
    rules: draft.levels.map(({ position, name }, index) => ({
      ...(rules.find((rule) => rule.level === position) ?? {
        level: position,
        definition: '',
        refersTo: '',
        transition: '',
        positions: [],
      }),
      name,
      below: draft.levels[index + 1]?.name ?? null,
    })),
    positions: await leadershipLevels(tx),
    seen: seenMark({ levels: draft.levels, rules }),
  };
}
