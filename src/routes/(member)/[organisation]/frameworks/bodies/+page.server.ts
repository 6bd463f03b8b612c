import { redirect } from '@sveltejs/kit';
import { Problem } from '#base/errors.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { addBody, raiseBody, saveRequiredSteps } from '#rooms/frameworks/bodies/commands.server.ts';
import { mayArrangeBodies } from '#rooms/frameworks/bodies/policy.ts';
import { bodiesOf, requiredSteps } from '#rooms/frameworks/bodies/read.server.ts';
import { BodyInput } from '#rooms/frameworks/bodies/schema.ts';
import { parsed } from '../parsed.ts';
import { keeping, textOf, textsOf } from '../typed.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  if (!mayArrangeBodies(member)) throw new Problem('not_found');
  const list = `/${member.organisation.slug}/frameworks`;
  return member.read(async (tx) => ({
    bodies: await bodiesOf(tx, { retired: true }),
    required: await requiredSteps(tx),
    list,
    done: event.url.searchParams.get('done'),
  }));
});

export const actions = {
  add: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      const input = parsed(BodyInput, {
        name: textOf(form, 'name'),
        kind: textOf(form, 'kind'),
        rights: textsOf(form, 'rights'),
      });
      const id = await addBody(member, input);
      redirect(303, `/${event.params.organisation}/frameworks/bodies/${id}?done=added`);
    });
  }),
  raise: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    await raiseBody(member, textOf(form, 'body'));
    redirect(303, event.url.pathname);
  }),
  require: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    await saveRequiredSteps(member, textsOf(form, 'required'));
    redirect(303, `${event.url.pathname}?done=rule#rule`);
  }),
} satisfies Actions;
