import { found, Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { localDate, now } from '#base/time.ts';
import { inTenant, type Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { record } from '#rooms/trail/write.server.ts';
import { lockDraft } from '../draft/lock/write.server.ts';
import { readManuscript } from '../draft/read.server.ts';
import { sayMeanings } from '../origins/write.server.ts';
import { mayEditFrameworks } from '../policy.ts';
import type { VersionHead } from '../schema.ts';
import { readDate, type KnownDate } from '../steps/dates/rules.ts';
import { stepsOf } from '../steps/read.server.ts';
import { refusalOf } from '../steps/rules.ts';
import { lockFramework, refusalInWords, requireRule } from '../steps/write.server.ts';
import { markPublished } from '../write.server.ts';
import { readConsequences } from './consequences/read.server.ts';
import { readinessOf } from './rules.ts';
import type { PublicationInput } from './schema.ts';

/**
 * Publishes a draft: all members can read it, questions can point to it, and it never changes again. The version that held until now is
 * superseded at the same moment.
 */
export async function publishVersion(member: Member, versionId: string, input: PublicationInput): Promise<void> {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  await inTenant(member, async (tx) => {
    const head = found(await lockDraft(tx, versionId));
    await lockFramework(tx, head.frameworkId);
    await requireReady(tx, versionId, input.restSeen);
    const day = dayOf(input.on ?? '');
    const consequences = await readConsequences(tx, head);
    await requireTurn(tx, head, day.first, consequences?.previous ?? null);
    await sayMeanings(tx, versionId, input.meanings ?? []);
    if (consequences !== null && consequences.used.length > 0 && input.consequencesSeen !== true)
      throw new Problem('invalid', '', {
        consequences_seen: m.versions_problem_consequences({ count: consequences.used.length }),
      });
    const actor = { personId: member.personId, name: member.name };
    await markPublished(tx, versionId, { on: day.first, knownTo: day.knownTo, recorder: actor });
    await record(tx, actor, {
      action: 'framework.published',
      object: { kind: 'framework_version', id: versionId, name: head.title },
    });
  });
}

async function requireReady(tx: Tx, versionId: string, restSeen: boolean): Promise<void> {
  const readiness = readinessOf(await readManuscript(tx, versionId));
  if (readiness.elements === 0) throw new Problem('invalid', m.frameworks_publication_problem_empty());
  if (readiness.wordless.length > 0)
    throw new Problem('invalid', m.frameworks_publication_problem_wordless({ count: readiness.wordless.length }));
  if (readiness.unplaced.length > 0 && !restSeen)
    throw new Problem('invalid', '', { rest_seen: m.frameworks_publication_problem_rest({ count: readiness.unplaced.length }) });
}

function dayOf(typed: string): KnownDate {
  const today = localDate(now());
  if (typed.trim() === '') return { first: today, last: today, knownTo: 'day' };
  const date = readDate(typed);
  if (date === null) throw new Problem('invalid', '', { on: m.versions_problem_day() });
  if (date.first > today) throw new Problem('invalid', '', { on: m.versions_problem_future() });
  return date;
}

/** Is it the version's turn: after its own steps, after those the organisation requires, and after the version before it? */
async function requireTurn(tx: Tx, head: VersionHead, day: string, previous: VersionHead | null): Promise<void> {
  const dated = { kind: 'published' as const, beganOn: day, endedOn: null };
  const refusal = refusalOf(await stepsOf(tx, head.versionId), dated);
  if (refusal !== null) throw new Problem('invalid', '', { on: refusalInWords(refusal) });
  await requireRule(tx, head.versionId, { kind: 'published', on: day, field: 'on' });
  if (previous !== null && previous.publishedAt !== null && localDate(previous.publishedAt) > day)
    throw new Problem('invalid', '', { on: m.versions_problem_before_previous() });
}
