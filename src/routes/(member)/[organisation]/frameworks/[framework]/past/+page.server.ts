import { redirect } from '@sveltejs/kit';
import { found, Problem } from '#base/errors.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { importUpload } from '#rooms/frameworks/upload/commands.server.ts';
import { addOlderVersion } from '#rooms/frameworks/versions/past/version/commands.server.ts';
import { draftsForPast } from '#rooms/frameworks/versions/past/version/read.server.ts';
import { planHistory, writeHistory } from '#rooms/frameworks/versions/past/commands.server.ts';
import { frameworkOverview } from '#rooms/frameworks/versions/overview/read.server.ts';
import { keeping, textOf, typedIn } from '../../typed.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

const MOST_BYTES = 5 * 1024 * 1024;

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  const reader = { personId: member.personId, edits: true };
  const overview = found(await member.read((tx) => frameworkOverview(tx, event.params.framework, reader)));
  const list = `/${member.organisation.slug}/frameworks`;
  return {
    title: overview.title,
    drafts: await member.read((tx) => draftsForPast(tx, event.params.framework)),
    chosen: event.url.searchParams.get('draft'),
    oldest: overview.versions.at(-1)?.head ?? null,
    list,
    base: `${list}/${event.params.framework}`,
  };
});

export const actions = {
  look: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      const text = await historyText(form);
      const plan = await planHistory(member, event.params.framework, text);
      return { plan, text, typed: typedIn(form) };
    });
  }),
  write: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      await writeHistory(member, event.params.framework, textOf(form, 'history'));
      redirect(303, `/${event.params.organisation}/frameworks/${event.params.framework}?done=history`);
    });
  }),
  read: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      const list = `/${event.params.organisation}/frameworks`;
      const { id, draft } = await importUpload(member, form.get('document'), event.params.framework);
      if (draft === null) redirect(303, `${list}/import/${id}`);
      redirect(303, `${list}/${event.params.framework}/past?draft=${draft.versionId}#older`);
    });
  }),
  version: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      await addOlderVersion(member, event.params.framework, {
        title: textOf(form, 'title'),
        dated: textOf(form, 'dated'),
        published: textOf(form, 'published'),
        text: textOf(form, 'text'),
      });
      redirect(303, `/${event.params.organisation}/frameworks/${event.params.framework}?done=history`);
    });
  }),
} satisfies Actions;

/** A chosen file wins over what stands in the field. Spreadsheets still save as windows-1252 at times. */
async function historyText(form: FormData): Promise<string> {
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0) return textOf(form, 'history');
  if (file.size > MOST_BYTES) throw new Problem('too_large');
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
