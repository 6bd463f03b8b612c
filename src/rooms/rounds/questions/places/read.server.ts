import type { Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { mayArrangeRounds, mayReadRules } from '../../policy.ts';
import { allRounds } from '../../read.server.ts';

/**
 * Where a member may read the named questions ("round/code", as uses of statements have them). A question of a round that the member
 * may not read has no place, and does not exist.
 */
export async function questionPlaces(tx: Tx, member: Member, usedIds: readonly string[]): Promise<Map<string, string>> {
  if (usedIds.length === 0) return new Map();
  const readable = new Map(
    (await allRounds(tx)).filter((round) => mayReadRules(member, round)).map((round) => [round.id, round.status]),
  );
  const page = mayArrangeRounds(member) ? 'questions' : 'rules';
  return new Map(
    usedIds.flatMap((usedId): [string, string][] => {
      const [round = '', code = ''] = usedId.split('/');
      return readable.has(round) ? [[usedId, `/${member.organisation.slug}/rounds/${round}/${page}#${code}`]] : [];
    }),
  );
}
