import { redirect } from '@sveltejs/kit';
import { found, Problem } from '#base/errors.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { visitorIfThere } from '#gate/visitor.server.ts';
import { followSource } from '#rooms/frameworks/forks/commands.server.ts';
import { forkOf, keptStatements, sourceDesk, sourceWording } from '#rooms/frameworks/forks/read.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { publicHref } from '#rooms/frameworks/reading/schema.ts';
import { keeping, textOf } from '../../typed.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  const fork = found(await member.read((tx) => forkOf(tx, event.params.framework)));
  const visitor = await visitorIfThere(fork.slug);
  const wording = visitor === null ? null : await visitor.read((tx) => sourceWording(tx, fork.address));
  const desk = wording === null ? null : await member.read((tx) => sourceDesk(tx, event.params.framework, wording));
  const list = `/${member.organisation.slug}/frameworks`;
  return {
    fork,
    desk,
    kept: desk === null ? await member.read((tx) => keptStatements(tx, event.params.framework)) : [],
    source: wording === null ? null : publicHref(fork.slug, fork.address),
    list,
    base: `${list}/${event.params.framework}`,
    done: event.url.searchParams.get('done'),
  };
});

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      const fork = found(await member.read((tx) => forkOf(tx, event.params.framework)));
      const input = { statement: textOf(form, 'statement'), take: textOf(form, 'take') === 'yes' };
      await followSource(member, await visitorIfThere(fork.slug), event.params.framework, input);
      redirect(303, `/${event.params.organisation}/frameworks/${event.params.framework}/source?done=saved`);
    });
  }),
} satisfies Actions;
