import { redirect } from '@sveltejs/kit';
import { found, Problem } from '#base/errors.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { readDraftHead } from '#rooms/frameworks/cover/read.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { removeVisual, saveVisual } from '#rooms/frameworks/visual/commands.server.ts';
import { visualOf } from '#rooms/frameworks/visual/read.server.ts';
import { keeping, textOf } from '../../../../typed.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  const list = `/${member.organisation.slug}/frameworks`;
  return {
    draft: found(await member.read((tx) => readDraftHead(tx, event.params))),
    visual: await member.read((tx) => visualOf(tx, event.params.version)),
    list,
    base: `${list}/${event.params.framework}/versions/${event.params.version}`,
    saved: event.url.searchParams.has('done'),
  };
});

export const actions = {
  save: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      await saveVisual(member, event.params.version, { file: form.get('picture'), alt: textOf(form, 'alt') });
      redirect(303, `${event.url.pathname}?done=saved`);
    });
  }),
  remove: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      await removeVisual(member, event.params.version);
      redirect(303, `${event.url.pathname}?done=removed`);
    });
  }),
} satisfies Actions;
