import { redirect } from '@sveltejs/kit';
import { safeParse } from 'valibot';
import { found, Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { addToStatements } from '#rooms/frameworks/attributes/statements/commands.server.ts';
import { readStatementList } from '#rooms/frameworks/attributes/statements/read.server.ts';
import { ManyInput } from '#rooms/frameworks/attributes/statements/schema.ts';
import { readDraftHead } from '#rooms/frameworks/cover/read.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { keeping, textOf, textsOf } from '../../../../typed.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  const list = `/${member.organisation.slug}/frameworks`;
  return member.read(async (tx) => ({
    draft: found(await readDraftHead(tx, event.params)),
    page: found(await readStatementList(tx, event.params)),
    list,
    base: `${list}/${event.params.framework}/versions/${event.params.version}`,
    all: event.url.searchParams.has('all'),
    saved: event.url.searchParams.has('done'),
  }));
});

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      const parsed = safeParse(ManyInput, {
        statements: textsOf(form, 'statements'),
        addressees: textsOf(form, 'addressees'),
        coreTask: textOf(form, 'coreTask'),
        strategy: textOf(form, 'strategy'),
      });
      if (!parsed.success) throw new Problem('invalid', m.editor_statements_problem_none());
      await addToStatements(member, event.params.version, parsed.output);
      redirect(303, `${event.url.pathname}?done=saved`);
    });
  }),
} satisfies Actions;
