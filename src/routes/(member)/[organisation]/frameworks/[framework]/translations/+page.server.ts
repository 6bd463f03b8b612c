import { redirect } from '@sveltejs/kit';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { found } from '#base/errors.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { callForTranslations } from '#rooms/frameworks/translations/commands.server.ts';
import { translationDesk } from '#rooms/frameworks/translations/read.server.ts';
import { CallInput } from '#rooms/frameworks/translations/schema.ts';
import { frameworkOverview } from '#rooms/frameworks/versions/overview/read.server.ts';
import { parsed } from '../../parsed.ts';
import { keeping, textOf, textsOf } from '../../typed.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const mayEdit = mayEditFrameworks(member);
  const reader = { personId: member.personId, edits: mayEdit };
  return member.read(async (tx) => {
    const overview = found(await frameworkOverview(tx, event.params.framework, reader));
    const desk = await translationDesk(tx, event.params.framework, member.personId);
    const list = `/${member.organisation.slug}/frameworks`;
    const done = event.url.searchParams.get('done');
    return { title: overview.title, desk, mayEdit, list, base: `${list}/${event.params.framework}`, done };
  });
});

export const actions = {
  call: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      const input = parsed(CallInput, {
        kinds: textsOf(form, 'kinds'),
        due: textOf(form, 'due'),
        letter: textOf(form, 'letter'),
      });
      await callForTranslations(member, event.params.framework, input);
      redirect(303, `/${event.params.organisation}/frameworks/${event.params.framework}/translations?done=saved`);
    });
  }),
} satisfies Actions;
