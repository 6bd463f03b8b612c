import { redirect } from '@sveltejs/kit';
import { found } from '#base/errors.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { confirmTranslation, saveTranslation } from '#rooms/frameworks/translations/commands.server.ts';
import { mayTranslate } from '#rooms/frameworks/translations/policy.ts';
import { unitDesk } from '#rooms/frameworks/translations/read.server.ts';
import { TranslationInput } from '#rooms/frameworks/translations/schema.ts';
import { parsed } from '../../../parsed.ts';
import { keeping, textOf } from '../../../typed.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const desk = found(await member.read((tx) => unitDesk(tx, event.params.framework, event.params.unit)));
  const list = `/${member.organisation.slug}/frameworks`;
  return {
    desk,
    mayWrite: mayTranslate(member, desk.leaders),
    list,
    base: `${list}/${event.params.framework}`,
    done: event.url.searchParams.get('done'),
  };
});

export const actions = {
  save: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      const statement = textOf(form, 'statement');
      const input = parsed(TranslationInput, {
        statement,
        revision: textOf(form, 'revision'),
        text: textOf(form, 'text'),
        with: textOf(form, 'with'),
        on: textOf(form, 'on'),
      });
      await saveTranslation(member, placeOf(event), input);
      redirect(303, `${here(event)}?done=saved#statement-${statement}`);
    });
  }),
  confirm: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      const statement = textOf(form, 'statement');
      await confirmTranslation(member, placeOf(event), { statement, revision: Number(textOf(form, 'revision')) });
      redirect(303, `${here(event)}?done=saved#statement-${statement}`);
    });
  }),
} satisfies Actions;

function placeOf(event: RequestEvent): { frameworkId: string; unitId: string } {
  return { frameworkId: event.params.framework, unitId: event.params.unit };
}

function here(event: RequestEvent): string {
  return `/${event.params.organisation}/frameworks/${event.params.framework}/translations/${event.params.unit}`;
}
