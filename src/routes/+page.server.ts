import { redirect } from '@sveltejs/kit';
import { asAnyone, currentMember } from '#gate/gate.server.ts';
import type { PageServerLoadEvent } from './$types';

export const load = asAnyone(async (event: PageServerLoadEvent) => {
  const member = await currentMember(event);
  redirect(303, member === null ? '/sign-in' : `/${member.organisation.slug}`);
});
