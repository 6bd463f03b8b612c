import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { chooseThemes } from '#rooms/rounds/questions/commands.server.ts';
import { chosenThemes, themeOptions } from '#rooms/rounds/questions/read.server.ts';
import { arrangedRound } from '#rooms/rounds/read.server.ts';
import { keeping } from '../../typed.ts';

export const load = asMember(async (member, event: PageServerLoadEvent) =>
  member.read(async (tx) => {
    const round = await arrangedRound(tx, member, event.params.round);
    return { round, choices: await themeOptions(tx, round.versionId), chosen: await chosenThemes(tx, round.id) };
  }),
);

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      const themes = form.getAll('themes').filter((value) => typeof value === 'string');
      await chooseThemes(member, event.params.round, themes);
      redirect(303, `/${event.params.organisation}/rounds/${event.params.round}/questions`);
    });
  }),
} satisfies Actions;
