import { redirect } from '@sveltejs/kit';
import { found } from '#base/errors.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { restoreWording } from '#rooms/frameworks/origins/commands.server.ts';
import { RestoreInput } from '#rooms/frameworks/origins/schema.ts';
import { readStatementHistory } from '#rooms/frameworks/origins/statement/read.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { parsed } from '../../../../parsed.ts';
import { keeping, textOf } from '../../../../typed.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const { framework, statement } = event.params;
  const drafts = mayEditFrameworks(member);
  const history = found(await member.read((tx) => readStatementHistory(tx, framework, statement, { drafts })));
  const list = `/${member.organisation.slug}/frameworks`;
  return { history, statement, list, base: `${list}/${framework}`, done: event.url.searchParams.get('done') };
});

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      const input = parsed(RestoreInput, { wording: textOf(form, 'wording'), revision: textOf(form, 'revision') });
      await restoreWording(member, textOf(form, 'version'), event.params.statement, input);
      redirect(303, `${event.url.pathname}?done=restored`);
    });
  }),
} satisfies Actions;
