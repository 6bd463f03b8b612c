import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { asOperator, asOperatorAction } from '#gate/gate.server.ts';
import { makeOrganisation, operations } from '#gate/operations.server.ts';
import { operatorMailsAreSent, signOutOperator } from '#gate/operator.server.ts';
import { OrganisationInput } from '#rooms/organisations/schema.ts';
import { keeping } from './typed.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asOperator(async (operator, event: PageServerLoadEvent) => ({
  operator: { name: operator.name, email: operator.email },
  operations: await operations(operator),
  made: event.url.searchParams.get('made'),
  mailsAreSent: operatorMailsAreSent(),
}));

export const actions = {
  make: asOperatorAction(async (operator, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      const input = v.safeParse(OrganisationInput, Object.fromEntries(form));
      if (!input.success) throw new Problem('invalid', m.operator_problem(), fieldProblems(input.issues));
      await makeOrganisation(operator, input.output);
      redirect(303, `/operator?made=${input.output.slug}`);
    });
  }),
  leave: asOperatorAction(async (_operator, event: RequestEvent) => {
    await signOutOperator(event);
    redirect(303, '/operator/sign-in');
  }),
} satisfies Actions;

function fieldProblems(issues: v.BaseIssue<unknown>[]): Record<string, string> {
  const sentences: Record<string, () => string> = { slug: m.operator_problem_slug, hrEmail: m.operator_problem_email };
  return Object.fromEntries(
    issues.map((issue) => String(v.getDotPath(issue))).map((field) => [field, (sentences[field] ?? m.operator_problem_name)()]),
  );
}
