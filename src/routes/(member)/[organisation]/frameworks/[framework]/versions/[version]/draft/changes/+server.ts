import { json } from '@sveltejs/kit';
import { found, Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { asMember } from '#gate/gate.server.ts';
import type { SavedDraft } from '#rooms/frameworks/draft/commands.server.ts';
import type { DraftNews, WorkbenchAnswer } from '#rooms/frameworks/draft/workbench/schema.ts';
import { readNews } from '#rooms/frameworks/draft/workbench/news/read.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { DEED_NAMES, DEEDS } from '../deeds.server.ts';
import type { RequestEvent } from './$types';

/** What has happened to the draft since the page was read, for the program of the workbench. */
export const GET = asMember(async (member, event: RequestEvent) =>
  json(await newsFor(member, event, event.url.searchParams.get('since'))),
);

/** One deed of an editor, and what has changed since the page was read. */
export const POST = asMember(async (member, event: RequestEvent) => {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  const form = await event.request.formData();
  const name = found(DEED_NAMES.find((known) => known === form.get('deed')));
  const news = (saved?: SavedDraft) => newsFor(member, event, form.get('since'), saved);
  try {
    const { select, said, conflict, draft } = await DEEDS[name](member, event.params.version, form);
    if (conflict === undefined) return answer({ state: 'done', select, said, news: await news(draft) });
    const why = conflict.theirs === null ? m.frameworks_conflict_gone() : m.frameworks_conflict_look();
    return answer({ state: 'conflict', theirs: conflict.theirs, revision: conflict.revision, said: why, news: await news() });
  } catch (thrown) {
    if (!(thrown instanceof Problem) || thrown.status === 404 || thrown.code === 'closed') throw thrown;
    const said = thrown.message === thrown.code ? m.frameworks_problem_form() : thrown.message;
    return answer({ state: 'refused', said, fields: thrown.fields, news: await news() });
  }
});

async function newsFor(
  member: Member,
  event: RequestEvent,
  since: FormDataEntryValue | null,
  saved?: SavedDraft,
): Promise<DraftNews> {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  const revision = /^\d{1,9}$/.test(String(since)) ? Number(since) : 0;
  return found(await member.read((tx) => readNews(tx, member.personId, event.params, revision, saved)));
}

function answer(body: WorkbenchAnswer): Response {
  return json(body);
}
