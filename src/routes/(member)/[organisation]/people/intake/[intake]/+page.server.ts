import { redirect } from '@sveltejs/kit';
import { found } from '#base/errors.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { acceptIntake, discardIntake } from '#rooms/people/intake/commands.server.ts';
import { intakeChanges, intakePage } from '#rooms/people/intake/read.server.ts';
import { mayArrangeOrganisation } from '#rooms/people/policy.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

const PAGE_SIZE = 50;

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  found(mayArrangeOrganisation(member) || null);
  const query = event.url.searchParams;
  const filter = {
    search: (query.get('q') ?? '').trim().slice(0, 100),
    kind: query.get('kind') ?? '',
    change: query.get('change') ?? '',
  };
  const page = Math.max(1, Math.min(10_000, Number(query.get('page')) || 1));
  return member.read(async (tx) => {
    const intake = found(await intakePage(tx, event.params.intake));
    const { changes, total } = await intakeChanges(tx, intake.id, filter, page, PAGE_SIZE);
    return {
      base: `/${member.organisation.slug}/people`,
      intake,
      changes,
      total,
      filter,
      page,
      pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
    };
  });
});

export const actions = {
  accept: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    await acceptIntake(member, event.params.intake, { confirmed: form.get('confirmed') !== null });
    redirect(303, `/${member.organisation.slug}/people/intake/${event.params.intake}`);
  }),
  discard: asMemberAction(async (member, event: RequestEvent) => {
    await discardIntake(member, event.params.intake);
    redirect(303, `/${member.organisation.slug}/people/intake`);
  }),
} satisfies Actions;
