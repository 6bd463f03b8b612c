import type { Tx } from '#database/tenant.ts';
import { publishedVersions } from '#rooms/frameworks/read.server.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { fingerprint } from '../invitations/rules.ts';
import { mayArrangeRounds } from '../policy.ts';
import { readableThemes } from '../questions/read.server.ts';
import { readableRound } from '../read.server.ts';

/** What everybody may know about a round: its rules, its information, its questions, and the mark that shows they are unchanged. */
export async function charterOf(tx: Tx, member: Member, roundId: string) {
  const round = await readableRound(tx, member, roundId);
  const version = (await publishedVersions(tx)).find((one) => one.versionId === round.versionId);
  return {
    round,
    arranges: mayArrangeRounds(member),
    framework: version === undefined ? '' : version.title,
    fingerprint: round.manifestHash === null ? null : fingerprint(round.manifestHash),
    themes: await readableThemes(tx, round.id, 'other'),
  };
}
