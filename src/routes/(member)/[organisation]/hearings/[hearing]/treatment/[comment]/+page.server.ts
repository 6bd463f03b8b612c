import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { AnswerInput } from '#rooms/frameworks/hearing/schema.ts';
import { answerComment } from '#rooms/frameworks/hearing/treatment/commands.server.ts';
import { commentSheet } from '#rooms/frameworks/hearing/treatment/read.server.ts';
import { idOf, keeping, textOf } from '../../../typed.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) =>
  member.read((tx) => commentSheet(tx, member, event.params)),
);

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    const { organisation, hearing, comment } = event.params;
    return keeping(form, async () => {
      await answerComment(member, { hearingId: hearing, commentId: comment }, answerFrom(form));
      redirect(303, `/${organisation}/hearings/${hearing}/treatment?show=open&done=answered`);
    });
  }),
} satisfies Actions;

function answerFrom(form: FormData): AnswerInput {
  const input = v.safeParse(AnswerInput, {
    outcome: textOf(form, 'outcome'),
    reason: textOf(form, 'reason'),
    changedStatementId: idOf(form, 'changed'),
    revision: Number(textOf(form, 'revision')),
    alike: form.getAll('alike').filter((value) => typeof value === 'string'),
  });
  if (input.success) return input.output;
  const say: Record<string, () => string> = { outcome: m.hearing_problem_outcome, reason: m.hearing_problem_answer_reason };
  const wrong = input.issues.map((issue) => String(issue.path?.[0]?.key ?? ''));
  throw new Problem('invalid', '', Object.fromEntries(wrong.flatMap((field) => (say[field] ? [[field, say[field]()]] : []))));
}
