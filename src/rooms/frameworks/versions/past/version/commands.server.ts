import { found, Problem } from '#base/errors.ts';
import { locale, m } from '#base/text.ts';
import { dayInWords, localDate, now } from '#base/time.ts';
import { inTenant, type Tx } from '#database/tenant.ts';
import type { FrameworkDraft } from '#importing/open-format.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { record } from '#rooms/trail/write.server.ts';
import { lockDraft } from '../../../draft/lock/write.server.ts';
import { exportVersion } from '../../../exchange/read.server.ts';
import { hasHearing } from '../../../hearing/read.server.ts';
import { mayEditFrameworks } from '../../../policy.ts';
import type { VersionHead } from '../../../schema.ts';
import { readDate, type KnownDate } from '../../../steps/dates/rules.ts';
import { stepsOf } from '../../../steps/read.server.ts';
import { insertStep, lockFramework } from '../../../steps/write.server.ts';
import { dropDraft } from '../../../write.server.ts';
import { versionsOf } from '../../read.server.ts';
import { insertOlderVersion, markPublishedThen } from '../write.server.ts';
import { draftsForPast } from './read.server.ts';
import { NO_TEXT } from './schema.ts';

/** `text`: the draft that holds the text, or NO_TEXT where the text is not there any more. */
export type OlderVersionInput = { title: string; dated: string; published: string; text: string };

/**
 * Adds the version before the oldest that is known: a draft becomes it and is gone as a draft, or it has no text any more. It is history:
 * it never changes.
 */
export async function addOlderVersion(member: Member, frameworkId: string, input: OlderVersionInput): Promise<string> {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  const title = input.title.trim();
  const dates = datesOf(input);
  if (title === '' || title.length > 500) throw new Problem('invalid', '', { title: m.versions_problem_name() });
  if (input.text === '') throw new Problem('invalid', '', { text: m.versions_problem_text_missing() });
  return inTenant(member, async (tx) => {
    if ((await versionsOf(tx, frameworkId)).length === 0) throw new Problem('not_found');
    await lockFramework(tx, frameworkId);
    const next = found((await versionsOf(tx, frameworkId))[0]);
    const superseded = await beginningOf(tx, next);
    if ((dates.published ?? dates.dated).first > superseded)
      throw new Problem('invalid', '', { dated: m.versions_problem_older_order({ date: dayInWords(superseded, locale()) }) });
    const text = input.text === NO_TEXT ? null : await textOfDraft(tx, input.text, frameworkId);
    const versionId = await insertOlderVersion(tx, {
      frameworkId,
      title,
      issuedBy: text?.framework.organisation || next.issuedBy,
      dated: input.dated.trim(),
      framework: text?.framework ?? null,
      sourceName: text?.sourceName ?? null,
    });
    const actor = { personId: member.personId, name: member.name };
    if (dates.published !== null) {
      await markPublishedThen(tx, versionId, dates.published.first);
      const { first, knownTo } = dates.published;
      await insertStep(tx, actor, { versionId, kind: 'published', beganOn: first, knownTo });
    } else await insertStep(tx, actor, { versionId, kind: 'draft', beganOn: dates.dated.first, knownTo: dates.dated.knownTo });
    await insertStep(tx, actor, { versionId, kind: 'superseded', beganOn: superseded });
    await record(tx, actor, { action: 'framework.history_added', object: { kind: 'framework', id: frameworkId, name: title } });
    return versionId;
  });
}

function datesOf(input: OlderVersionInput): { dated: KnownDate; published: KnownDate | null } {
  const [dated, published] = [readDate(input.dated), readDate(input.published)];
  if (dated === null) throw new Problem('invalid', '', { dated: m.versions_problem_day() });
  if (published === null && input.published.trim() !== '')
    throw new Problem('invalid', '', { published: m.versions_problem_day() });
  return { dated, published };
}

/** The text of a draft that may become history. The draft goes: its words stand in the older version, as they were corrected. */
async function textOfDraft(
  tx: Tx,
  versionId: string,
  frameworkId: string,
): Promise<{ framework: FrameworkDraft; sourceName: string | null }> {
  const head = found(await lockDraft(tx, versionId));
  const offered = (await draftsForPast(tx, frameworkId)).some((draft) => draft.versionId === versionId);
  if (!offered || (await hasHearing(tx, versionId)))
    throw new Problem('invalid', '', { text: m.versions_problem_text_elsewhere() });
  const framework = found(await exportVersion(tx, versionId));
  await dropDraft(tx, head);
  return { framework: { ...framework, steps: [], origins: [] }, sourceName: head.sourceName };
}

/** When the next version came about: its first step, else its publication, else when it was made here. */
async function beginningOf(tx: Tx, next: VersionHead): Promise<string> {
  const first = (await stepsOf(tx, next.versionId))[0]?.beganOn;
  const made = localDate(next.publishedAt ?? next.createdAt);
  const today = localDate(now());
  return [first ?? made, today].sort()[0] ?? today;
}
