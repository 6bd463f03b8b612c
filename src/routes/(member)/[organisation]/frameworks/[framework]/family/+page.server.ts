import { redirect } from '@sveltejs/kit';
import { found } from '#base/errors.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import {
  putUnderParent,
  supportStatement,
  takeFromParent,
  unsupportStatement,
} from '#rooms/frameworks/parents/commands.server.ts';
import { familyOf } from '#rooms/frameworks/parents/read.server.ts';
import { keeping, textOf } from '../../typed.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const mayEdit = mayEditFrameworks(member);
  const family = found(await member.read((tx) => familyOf(tx, event.params.framework, { drafts: mayEdit })));
  const list = `/${member.organisation.slug}/frameworks`;
  return { family, mayEdit, list, base: `${list}/${event.params.framework}`, done: event.url.searchParams.get('done') };
});

export const actions = {
  put: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      await putUnderParent(member, event.params.framework, textOf(form, 'parent'));
      redirect(303, `${here(event)}?done=saved`);
    });
  }),
  take: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    await takeFromParent(member, event.params.framework, textOf(form, 'parent'));
    redirect(303, `${here(event)}?done=removed`);
  }),
  support: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      await supportStatement(member, event.params.framework, linkIn(form));
      redirect(303, `${here(event)}?done=saved#above-${textOf(form, 'parent')}`);
    });
  }),
  unsupport: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    await unsupportStatement(member, event.params.framework, linkIn(form));
    redirect(303, `${here(event)}?done=removed#above-${textOf(form, 'parent')}`);
  }),
} satisfies Actions;

function linkIn(form: FormData): { parentId: string; statementId: string; parentStatementId: string } {
  return { parentId: textOf(form, 'parent'), statementId: textOf(form, 'statement'), parentStatementId: textOf(form, 'above') };
}

function here(event: RequestEvent): string {
  return `/${event.params.organisation}/frameworks/${event.params.framework}/family`;
}
