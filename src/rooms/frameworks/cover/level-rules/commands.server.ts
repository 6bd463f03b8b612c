import { Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { leadershipLevels } from '#rooms/people/intake/read.server.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { changeDraft } from '../../attributes/commands.server.ts';
import { levelRulesOf } from '../../attributes/read.server.ts';
import { seenMark } from '../../attributes/seen/rules.ts';
import { putLevelRules } from '../../attributes/write.server.ts';
import { levelsOf } from '../../read.server.ts';
import { claimedTwice, spoken } from './rules.ts';
import type { LevelRulesInput } from './schema.ts';

/** Says who belongs to each level, whom they refer to, and what is new for somebody who comes from the level below. */
export function saveLevelRules(member: Member, versionId: string, input: LevelRulesInput): Promise<void> {
  return changeDraft(member, versionId, async (tx) => {
    const levels = await levelsOf(tx, versionId);
    if (seenMark({ levels, rules: await levelRulesOf(tx, versionId) }) !== input.seen)
      throw new Problem('conflict', m.editor_conflict());
    const rules = spoken(input.rules).filter((rule) => levels.some((level) => level.position === rule.level));
    const twice = claimedTwice(rules);
    if (twice !== null) {
      const position = (await leadershipLevels(tx)).find((level) => level.position === twice.position);
      const names = levels.filter((level) => twice.levels.includes(level.position)).map((level) => level.name);
      throw new Problem('invalid', m.editor_levels_problem_twice({ position: position?.name ?? '', levels: names.join(', ') }));
    }
    await putLevelRules(tx, versionId, rules);
  });
}
