import { redirect } from '@sveltejs/kit';
import { found, Problem } from '#base/errors.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { retireBody, saveBody, saveBodyMembers } from '#rooms/frameworks/bodies/commands.server.ts';
import { mayArrangeBodies } from '#rooms/frameworks/bodies/policy.ts';
import { bodyOf, peopleToChoose } from '#rooms/frameworks/bodies/read.server.ts';
import { BodyInput } from '#rooms/frameworks/bodies/schema.ts';
import { parsed } from '../../parsed.ts';
import { keeping, textOf, textsOf } from '../../typed.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

const MOST_SHOWN = 40;

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  if (!mayArrangeBodies(member)) throw new Problem('not_found');
  const search = event.url.searchParams.get('search')?.trim() ?? '';
  const list = `/${member.organisation.slug}/frameworks`;
  return member.read(async (tx) => {
    const body = found(await bodyOf(tx, event.params.body));
    const acting = new Set(body.members.map((one) => one.personId));
    const others = (await peopleToChoose(tx)).filter((person) => !acting.has(person.personId));
    const matching = others.filter((person) => search !== '' && person.name.toLowerCase().includes(search.toLowerCase()));
    return {
      body,
      search,
      matching: matching.slice(0, MOST_SHOWN),
      total: matching.length,
      list,
      done: event.url.searchParams.get('done'),
    };
  });
});

export const actions = {
  save: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      const fields = { name: textOf(form, 'name'), kind: textOf(form, 'kind'), rights: textsOf(form, 'rights') };
      await saveBody(member, event.params.body, parsed(BodyInput, fields));
      redirect(303, `${event.url.pathname}?done=saved`);
    });
  }),
  members: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    await saveBodyMembers(member, event.params.body, textsOf(form, 'person'));
    redirect(303, `${event.url.pathname}?done=members#members`);
  }),
  retire: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    await retireBody(member, event.params.body, textOf(form, 'retired') === 'yes');
    redirect(303, `${event.url.pathname}?done=saved`);
  }),
} satisfies Actions;
