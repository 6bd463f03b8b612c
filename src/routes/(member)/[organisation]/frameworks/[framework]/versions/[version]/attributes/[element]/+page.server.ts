import { redirect } from '@sveltejs/kit';
import { safeParse } from 'valibot';
import { found, Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { splitSentences } from '#rooms/frameworks/attributes/sentences/commands.server.ts';
import { saveStatement } from '#rooms/frameworks/attributes/statements/commands.server.ts';
import { readStatementEditor } from '#rooms/frameworks/attributes/statements/read.server.ts';
import { StatementInput } from '#rooms/frameworks/attributes/statements/schema.ts';
import { readDraftHead } from '#rooms/frameworks/cover/read.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { keeping, textOf, textsOf } from '../../../../../typed.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  const list = `/${member.organisation.slug}/frameworks`;
  return member.read(async (tx) => ({
    draft: found(await readDraftHead(tx, event.params)),
    page: found(await readStatementEditor(tx, event.params)),
    list,
    base: `${list}/${event.params.framework}/versions/${event.params.version}`,
    saved: event.url.searchParams.has('done'),
    split: event.url.searchParams.get('done') === 'split',
  }));
});

export const actions = {
  save: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      const parsed = safeParse(StatementInput, {
        addressees: textsOf(form, 'addressees'),
        coreTasks: textsOf(form, 'coreTasks'),
        values: textsOf(form, 'values'),
        strategies: textsOf(form, 'strategies'),
        weights: textsOf(form, 'level').map((level) => ({
          level,
          weight: textOf(form, `weight-${level}`),
          words: textOf(form, `words-${level}`),
        })),
        seen: textOf(form, 'seen'),
      });
      if (!parsed.success) throw new Problem('invalid', m.frameworks_problem_long());
      await saveStatement(member, event.params.version, event.params.element, parsed.output);
      redirect(303, `${event.url.pathname}?done=saved`);
    });
  }),
  split: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      const input = { element: event.params.element, revision: Number(textOf(form, 'revision')) || 0 };
      await splitSentences(member, event.params.version, input);
      redirect(303, `${event.url.pathname}?done=split`);
    });
  }),
} satisfies Actions;
