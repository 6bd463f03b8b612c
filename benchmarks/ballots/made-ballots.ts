// Ballots made beforehand with the answer page's own code. Only the token is signed directly instead of blindly: the result is the
// same signature, and a thousand of them are ready in seconds.
import { constants, createPrivateKey, randomBytes, sign } from 'node:crypto';
import { promisify } from 'node:util';
import { assembleBallot, ballotPoint, newBallotKey, sealAnswers } from '#rooms/ballots/client/ballot.ts';
import { tokenMessage } from '#rooms/ballots/schema.ts';
import { QUESTIONS, type PlannedRound } from './open-round.ts';

const signed = promisify(sign);
const AT_ONCE = 50;

/** Makes valid ballots, each with a token and key of its own, spread over the round's groups: so many as wanted, or as the time allows. */
export async function makeBallots(
  round: PlannedRound,
  encryptionKey: Uint8Array<ArrayBuffer>,
  limits: { most: number; milliseconds: number },
): Promise<Uint8Array[]> {
  const groups = round.groups.map((group) => ({
    id: group.id,
    key: createPrivateKey({ key: group.privateKey, format: 'der', type: 'pkcs8' }),
  }));
  const make = async (at: number): Promise<Uint8Array> => {
    const group = groups[at % groups.length];
    if (group === undefined) throw new RangeError('a round without groups has no ballots');
    const key = await newBallotKey();
    const token = tokenMessage(randomBytes(32), { round: round.roundId, group: group.id, ballotKey: await ballotPoint(key) });
    const tokenSignature = await signed('sha384', token, {
      key: group.key,
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: 48,
    });
    const answers = Array.from({ length: QUESTIONS }, (_, question) => 1 + ((at + question) % 5));
    const sealed = await sealAnswers(encryptionKey, token, 1, answers);
    return assembleBallot(key, { token, tokenSignature, version: 1, sealed });
  };
  const ballots: Uint8Array[] = [];
  const start = performance.now();
  while (ballots.length < limits.most && performance.now() - start < limits.milliseconds)
    ballots.push(...(await Promise.all(Array.from({ length: AT_ONCE }, (_, at) => make(ballots.length + at)))));
  return ballots;
}
