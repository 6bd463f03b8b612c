import type { Tx } from '#database/tenant.ts';
import { differenceOfVersions } from '../../difference/rules.ts';
import type { Difference, OriginKinds, Part } from '../../difference/schema.ts';
import { differenceOfWords } from '../../difference/words/rules.ts';
import { readElements } from '../../draft/read.server.ts';
import { shortName } from '../../draft/removals/rules.ts';
import { originsOf } from '../../origins/read.server.ts';
import { asksForMeaning, wordsOf } from '../../origins/rules.ts';
import type { Meaning } from '../../origins/schema.ts';
import { statementsOf, usesOf } from '../../read.server.ts';
import type { Use, VersionHead } from '../../schema.ts';
import { subtreeOf } from '../../tree/rules.ts';
import { frameworkVersions } from '../../versions/read.server.ts';
import { consequencesOf, type Consequence } from './rules.ts';

/** A statement whose words have changed so much that somebody should say whether it still means the same. */
export type MeaningQuestion = { statementId: string; elementId: string; name: string; parts: Part[]; meaning: Meaning };
export type Consequences = {
  /** The version that holds until now. */
  previous: VersionHead;
  counts: Difference['counts'];
  used: Consequence[];
  questions: MeaningQuestion[];
};

/** What publishing a draft would do to what the version before it is used for; null for a first version. */
export async function readConsequences(tx: Tx, head: VersionHead): Promise<Consequences | null> {
  const previous = (await frameworkVersions(tx, head.versionId)).findLast(
    (version) => version.number < head.number && version.publishedAt !== null,
  );
  if (previous === undefined) return null;
  const kinds: OriginKinds = new Map(
    [...(await originsOf(tx, head.versionId))].map(([statementId, origins]) => [
      statementId,
      { kind: origins[0]?.kind ?? 'same', from: origins.map((origin) => origin.from.statementId) },
    ]),
  );
  const before = await statementsOf(tx, previous.versionId);
  const { rows, counts } = differenceOfVersions(before, await statementsOf(tx, head.versionId), kinds);
  const uses = await usesOf(
    tx,
    before.map((statement) => statement.statementId),
  );
  const questions = rows.flatMap(({ before: old, after, change }): MeaningQuestion[] => {
    if (old === null || after === null || (change !== 'edited' && change !== 'replaced')) return [];
    if (change === 'edited' && !asksForMeaning(wordsOf(old), wordsOf(after))) return [];
    const { statementId, elementId } = after;
    const parts = differenceOfWords(wordsOf(old), wordsOf(after));
    return [{ statementId, elementId, name: shortName(after, 90), parts, meaning: change }];
  });
  return { previous, counts, used: consequencesOf(rows, uses), questions };
}

/** What uses an element of a draft or anything below it: what taking it out would touch. */
export async function usesBelow(tx: Tx, versionId: string, elementId: string): Promise<Use[]> {
  const statements = subtreeOf(await readElements(tx, versionId), elementId).map((element) => element.statementId);
  return [...(await usesOf(tx, statements)).values()].flat();
}
