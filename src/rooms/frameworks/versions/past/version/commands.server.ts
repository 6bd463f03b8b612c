import { found, Problem } from '#base/errors.ts';
import { locale, m } from '#base/text.ts';
import { dayInWords, localDate, now } from '#base/time.ts';
import { inTenant, type Tx } from '#database/tenant.ts';
import { importDocument } from '#importing/import-document.ts';
import type { FrameworkDraft } from '#importing/open-format.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { record } from '#rooms/trail/write.server.ts';
import { mayEditFrameworks } from '../../../policy.ts';
import type { VersionHead } from '../../../schema.ts';
import { readDate, type KnownDate } from '../../../steps/dates/rules.ts';
import { stepsOf } from '../../../steps/read.server.ts';
import { insertStep, lockFramework } from '../../../steps/write.server.ts';
import { problemSentence } from '../../../upload/rules.ts';
import { versionsOf } from '../../read.server.ts';
import { insertOlderVersion, markPublishedThen } from '../write.server.ts';

export type OlderVersionInput = { title: string; dated: string; published: string; document: unknown; textless: boolean };

/** Adds the version before the oldest that is known, with its document or without its text. It is history: it never changes. */
export async function addOlderVersion(member: Member, frameworkId: string, input: OlderVersionInput): Promise<string> {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  const title = input.title.trim();
  const dates = datesOf(input);
  if (title === '' || title.length > 500) throw new Problem('invalid', '', { title: m.versions_problem_name() });
  const read = input.textless ? null : await readDocument(input.document);
  return inTenant(member, async (tx) => {
    if ((await versionsOf(tx, frameworkId)).length === 0) throw new Problem('not_found');
    await lockFramework(tx, frameworkId);
    const next = found((await versionsOf(tx, frameworkId))[0]);
    const superseded = await beginningOf(tx, next);
    if ((dates.published ?? dates.dated).first > superseded)
      throw new Problem('invalid', '', { dated: m.versions_problem_older_order({ date: dayInWords(superseded, locale()) }) });
    const versionId = await insertOlderVersion(tx, {
      frameworkId,
      title,
      issuedBy: read?.draft.organisation || next.issuedBy,
      dated: input.dated.trim(),
      framework: read?.draft ?? null,
      sourceName: read?.name ?? null,
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

async function readDocument(upload: unknown): Promise<{ draft: FrameworkDraft; name: string }> {
  if (!(upload instanceof File) || upload.size === 0)
    throw new Problem('invalid', '', { document: m.versions_problem_document_missing() });
  const outcome = await importDocument({ bytes: new Uint8Array(await upload.arrayBuffer()), fileName: upload.name });
  if (!outcome.ok)
    throw new Problem('invalid', '', { document: problemSentence({ code: outcome.problem.code, reason: null, item: null }) });
  return { draft: outcome.draft, name: upload.name };
}

/** When the next version came about: its first step, else its publication, else when it was made here. */
async function beginningOf(tx: Tx, next: VersionHead): Promise<string> {
  const first = (await stepsOf(tx, next.versionId))[0]?.beganOn;
  const made = localDate(next.publishedAt ?? next.createdAt);
  const today = localDate(now());
  return [first ?? made, today].sort()[0] ?? today;
}
