import { redirect } from '@sveltejs/kit';
import { found } from '#base/errors.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { recordStep, removeStep } from '#rooms/frameworks/steps/commands.server.ts';
import { readSteps } from '#rooms/frameworks/steps/page/read.server.ts';
import { StepInput } from '#rooms/frameworks/steps/schema.ts';
import { parsed } from '../../../../parsed.ts';
import { keeping, textOf } from '../../../../typed.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const mayEdit = mayEditFrameworks(member);
  const reader = { personId: member.personId, edits: mayEdit };
  const page = found(await member.read((tx) => readSteps(tx, event.params, reader)));
  const list = `/${member.organisation.slug}/frameworks`;
  const framework = `${list}/${event.params.framework}`;
  const done = event.url.searchParams.get('done');
  return { page, mayEdit, list, framework, base: `${framework}/versions/${event.params.version}`, done };
});

export const actions = {
  record: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      const field = (name: string): string => textOf(form, name);
      const input = parsed(StepInput, {
        kind: field('kind'),
        body: field('body'),
        began: field('began'),
        ended: field('ended'),
        title: field('title'),
        decision: field('decision'),
        documentName: field('documentName'),
        documentLink: field('documentLink'),
        seen: field('seen'),
      });
      await recordStep(member, event.params.version, input, form.get('file'));
      redirect(303, `${event.url.pathname}?done=recorded`);
    });
  }),
  remove: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    await removeStep(member, event.params.version, textOf(form, 'step'));
    redirect(303, `${event.url.pathname}?done=removed`);
  }),
} satisfies Actions;
