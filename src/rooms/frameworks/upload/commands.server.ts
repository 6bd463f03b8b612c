// A document comes in: kept, read in the worker, and wiped the moment it has been read. Small ones are read while the person waits.
import { setTimeout as pause } from 'node:timers/promises';
import { Problem, found } from '#base/errors.ts';
import { newId } from '#base/ids.ts';
import { m } from '#base/text.ts';
import { daysAfter, now } from '#base/time.ts';
import { inTenant, type Tenant } from '#database/tenant.ts';
import { ExchangeProblem } from '#importing/exchange/exchange-problem.ts';
import { ImportProblem } from '#importing/extract/import-problem.ts';
import { MAX_BYTES } from '#importing/extract/limits.ts';
import type { ImportOutcome } from '#importing/import-document.ts';
import type { FrameworkDraft } from '#importing/open-format.ts';
import { enqueue } from '#jobs/enqueue.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { record } from '#rooms/trail/write.server.ts';
import { mayEditFrameworks } from '../policy.ts';
import { versionsOf } from '../versions/read.server.ts';
import { createFromDraft } from '../write.server.ts';
import { unfinishedUploads, uploadOf } from './read.server.ts';
import { problemSentence } from './rules.ts';
import { LONGEST_NAME, type KeptProblem, type Upload } from './schema.ts';
import {
  beginReading,
  dropUploads,
  endReading,
  keepUpload,
  notePages,
  waitForPictures,
  type BegunUpload,
} from './write.server.ts';

/** Lines about documents that could not be read are kept this long. */
const KEPT_DAYS = 14;
/** More at a time is a mistake, or somebody who wants to fill the database. */
const MOST_UNFINISHED = 10;
/** A person waits this long for a small document before a page shows how far it is. */
const PATIENCE_MS = 3000;
const LOOK_EVERY_MS = 40;
/** A document that has brought the worker down twice is not tried a third time. */
const MOST_ATTEMPTS = 2;

/**
 * Takes a document in, and waits a moment for it: what it became, or where it stands. One that cannot be read comes back as a problem.
 * `pastOf`: the framework it is to be an older version of, once its draft has been looked at.
 */
export async function importUpload(member: Member, upload: unknown, pastOf: string | null = null): Promise<Upload> {
  const id = await receiveUpload(member, upload, pastOf);
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const state = found(await member.read((tx) => uploadOf(tx, id)));
    if (state.state === 'failed') {
      await inTenant(member, (tx) => dropUploads(tx, { id }));
      throw refused(state.problem ?? '');
    }
    if (state.state === 'done' || state.state === 'pictures' || performance.now() > end) return state;
    await pause(LOOK_EVERY_MS);
  }
}

/** Keeps a document and queues its reading. What can be seen at once to be no document is refused at once. */
export async function receiveUpload(member: Member, upload: unknown, pastOf: string | null = null): Promise<string> {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  if (!(upload instanceof File) || upload.name === '') throw refused(m.frameworks_import_problem_missing());
  if (upload.size === 0) throw refused(problemSentence(kept(new ImportProblem('empty'))));
  if (upload.size > MAX_BYTES) throw refused(problemSentence(kept(new ImportProblem('too_large'))));
  const bytes = new Uint8Array(await upload.arrayBuffer());
  const id = newId();
  await inTenant(member, async (tx) => {
    if (pastOf !== null && (await versionsOf(tx, pastOf)).length === 0) throw new Problem('not_found');
    await dropUploads(tx, { before: daysAfter(now(), -KEPT_DAYS) });
    const count = await unfinishedUploads(tx);
    if (count >= MOST_UNFINISHED) throw new Problem('too_many', '', { document: m.upload_problem_many({ count }) });
    const fileName = upload.name.replaceAll('\0', '').slice(0, LONGEST_NAME);
    await keepUpload(tx, { id, fileName, bytes, uploadedBy: member.personId, pastOf });
    await enqueue(tx, 'frameworks.read', { organisation: member.tenant.organisation, upload: id });
  });
  return id;
}

/** Stops a reading and wipes the document, or clears away the line about one that could not be read. */
export async function stopUpload(member: Member, id: string): Promise<void> {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  await inTenant(member, async (tx) => {
    const upload = found(await uploadOf(tx, id));
    if (upload.draft !== null) throw new Problem('conflict', m.upload_problem_done());
    await dropUploads(tx, { id });
  });
}

/** Reads a document where it takes down nothing else. The worker brings this; `stop` ends it early. */
export type ReadApart = (
  document: { bytes: Uint8Array; fileName: string },
  listening: { pageRead: (done: number, of: number) => void; stop: AbortSignal },
) => Promise<ImportOutcome>;

/** Reads a kept document and makes its draft. In the first go pages that are pictures are left for a second, slower one. */
export async function readUpload(
  tenant: Tenant,
  id: string,
  read: ReadApart,
  { pictures }: { pictures: boolean },
): Promise<void> {
  const begun = await tenant.transaction((tx) => beginReading(tx, id));
  if (begun === null) return;
  const outcome: ImportOutcome =
    begun.attempts > MOST_ATTEMPTS
      ? { ok: false, problem: new ImportProblem('broken') }
      : await readWatched(tenant, id, begun, read);
  if (!outcome.ok && outcome.problem.code === 'image_only_pdf' && !pictures) {
    await tenant.transaction(async (tx) => {
      await waitForPictures(tx, id);
      await enqueue(tx, 'frameworks.recognise', { organisation: tenant.organisation, upload: id });
    });
  } else if (outcome.ok) await makeDraft(tenant, id, begun, outcome.draft);
  else await tenant.transaction((tx) => endReading(tx, id, { problem: kept(outcome.problem) }));
}

/** Notes each page that has been read, and stops when nobody wants the document any more. */
async function readWatched(tenant: Tenant, id: string, begun: BegunUpload, read: ReadApart): Promise<ImportOutcome> {
  const stop = new AbortController();
  let noted: Promise<unknown> = Promise.resolve();
  const outcome = await read(begun, {
    stop: stop.signal,
    pageRead: (done, of) => {
      noted = noted.then(async () => {
        if (!(await tenant.transaction((tx) => notePages(tx, id, done, of)))) stop.abort();
      });
    },
  });
  await noted;
  return outcome;
}

async function makeDraft(
  tenant: Tenant,
  id: string,
  { fileName, uploadedBy }: BegunUpload,
  draft: FrameworkDraft,
): Promise<void> {
  await tenant
    .transaction(async (tx) => {
      const created = await createFromDraft(tx, draft, { publish: false, sourceName: fileName });
      if (!(await endReading(tx, id, { versionId: created.versionId }))) throw new Stopped();
      await record(tx, uploadedBy, {
        action: 'framework.imported',
        object: { kind: 'framework_version', id: created.versionId, name: draft.title },
      });
    })
    .catch((error: unknown) => {
      if (!(error instanceof Stopped)) throw error;
    });
}

/** Somebody stopped the reading while its draft was being made: the draft goes with it. */
class Stopped extends Error {}

function kept(problem: ImportProblem): KeptProblem {
  return problem instanceof ExchangeProblem
    ? { code: problem.code, reason: problem.reason, item: problem.item }
    : { code: problem.code, reason: null, item: null };
}

function refused(sentence: string): Problem {
  return new Problem('invalid', '', { document: sentence });
}
