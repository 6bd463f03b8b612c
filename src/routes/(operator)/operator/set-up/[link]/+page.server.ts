import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { asAnyone, asAnyoneAction } from '#gate/gate.server.ts';
import { operatorLinkIsLive, setUpFirstOperator } from '#gate/operator.server.ts';
import { OperatorInput } from '#rooms/organisations/schema.ts';
import { keeping } from '../../typed.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asAnyone(async (event: PageServerLoadEvent) => {
  const { live, first } = await operatorLinkIsLive(event.params.link);
  return { live: live && first };
});

export const actions = {
  default: asAnyoneAction(async (event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      const input = v.safeParse(OperatorInput, Object.fromEntries(form));
      if (!input.success) throw new Problem('invalid', m.operator_problem(), fieldProblems(input.issues));
      await setUpFirstOperator(event, event.params.link, input.output);
      redirect(303, '/operator');
    });
  }),
} satisfies Actions;

function fieldProblems(issues: v.BaseIssue<unknown>[]): Record<string, string> {
  const fields = issues.map((issue) => String(v.getDotPath(issue)));
  return Object.fromEntries(
    fields.map((field) => [field, field === 'email' ? m.operator_problem_email() : m.operator_problem_name()]),
  );
}
