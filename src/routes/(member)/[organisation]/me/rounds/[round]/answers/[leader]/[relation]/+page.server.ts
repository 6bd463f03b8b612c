import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';
import { found } from '#base/errors.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { openSheet, saveSheet, type Task } from '#rooms/rounds/named/commands.server.ts';
import { readableThemes } from '#rooms/rounds/questions/read.server.ts';
import { asNamedRelation } from '#rooms/rounds/named/schema.ts';

type Params = { round: string; leader: string; relation: string };
const taskOf = ({ round, leader, relation }: Params): Task => ({
  roundId: round,
  leaderId: leader,
  relation: found(asNamedRelation(relation)),
});

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const task = taskOf(event.params);
  const { round, leader, questions, answers, savedAt } = await openSheet(member, task);
  return {
    round: { id: round.id, title: round.title, status: round.status, closesAt: round.closesAt },
    leader: leader.name,
    author: member.name,
    relation: task.relation,
    answers,
    savedAt,
    questions: questions.length,
    themes: await member.read((tx) => readableThemes(tx, round.id, task.relation)),
  };
});

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    const given = (code: string) => {
      const value = form.get(code);
      return typeof value === 'string' ? value : '';
    };
    await saveSheet(member, taskOf(event.params), given);
    redirect(303, `${event.url.pathname}?done=saved`);
  }),
} satisfies Actions;
