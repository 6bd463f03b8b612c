import { found, Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { inTenant } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { record } from '#rooms/trail/write.server.ts';
import { mayArrangeRounds } from '../policy.ts';
import { roundFacts } from '../read.server.ts';
import { lettersFor, type LetterToPrint } from './read.server.ts';

/** The letters with codes, ready to print, for those without mail or for one unit. That they were printed leaves a trail. */
export async function printLetters(member: Member, roundId: string, whom: { unitName: string | null }): Promise<LetterToPrint[]> {
  return inTenant(member, async (tx) => {
    if (!mayArrangeRounds(member)) throw new Problem('not_found');
    const round = found(await roundFacts(tx, roundId));
    if (round.status !== 'open') throw new Problem('closed', m.rounds_problem_not_open());
    const letters = await lettersFor(tx, roundId, whom);
    if (letters.length === 0) throw new Problem('invalid', '', { unit: m.rounds_problem_no_letters() });
    await record(tx, member, {
      action: 'round.codes_printed',
      object: { kind: 'round', id: roundId, name: `${round.title} (${letters.length})` },
    });
    return letters;
  });
}
