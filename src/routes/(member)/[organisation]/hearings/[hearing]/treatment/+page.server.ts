import { redirect } from '@sveltejs/kit';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { beginTreatment, endTreatment } from '#rooms/frameworks/hearing/treatment/commands.server.ts';
import { treatmentPage } from '#rooms/frameworks/hearing/treatment/read.server.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const asked = event.url.searchParams;
  const filter = { search: asked.get('q') ?? '', open: asked.get('show') === 'open' };
  const page = Number(asked.get('page') ?? 1) || 1;
  return {
    ...(await member.read((tx) => treatmentPage(tx, member, event.params.hearing, filter, page))),
    filter,
    done: asked.get('done'),
  };
});

export const actions = {
  begin: asMemberAction(async (member, event: RequestEvent) => {
    await beginTreatment(member, event.params.hearing);
    redirect(303, `${event.url.pathname}?done=begun`);
  }),
  end: asMemberAction(async (member, event: RequestEvent) => {
    await endTreatment(member, event.params.hearing);
    redirect(303, `${event.url.pathname}?done=treated`);
  }),
} satisfies Actions;
